using Engagement.Mentions;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Text;

/// <summary>What holds for any text whatever, lone surrogates included, in every dialect.</summary>
public sealed class TextPropertyTests
{
    private static readonly TextDialect[] Dialects = Enum.GetValues<TextDialect>();

    // What makes entities, words and trouble, thrown together.
    private static readonly string[] Pieces =
    [
        "a", "B", "é", "7", " ", "\n", ".", ",", "'", "’", "-", "_", "@", "＠", "#", "＃", "$", "/", "//", ":", "://", "http://", "https://t.co/", "www.", "example",
        ".com", ".co.uk", ".みんな", "xn--", "@b.com", "?a=b", "(", ")", "&", "+", "%", "*", "RT", "日", "本", "ไ", "한", "א", "ש", "ا", "👍", "🏽", "👩‍", "🇬", "🇧",
        "\uFE0F", "\u20E3", "\u200D", "\u200B", "\u0301", "\u202E", "\u2066", "\uD83D", "\uDE00", "\uFFFF", "\0", "ﷺ", "ß", "İ", "𝐁", "\U000E0067", "·", "\u3000",
    ];

    private static Arbitrary<string> Texts => Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(chars => new string(chars)),
        Gen.Choose(0, 0x10FFFF).Where(code => code is < 0xD800 or > 0xDFFF).ListOf().Select(codes => string.Concat(codes.Select(char.ConvertFromUtf32)))).ToArbitrary();

    [Fact]
    public void An_apostrophe_inside_one_character_folds_away_like_any_other() =>
        TokenStream.Of("\u0149", TextDialect.Neutral).Folded(TokenStream.Of("\u0149", TextDialect.Neutral)[0]).ToString().Should().Be("n");

    [Fact]
    public void Tokens_follow_each_other_within_the_text_and_cut_no_character() => Holds(text =>
    {
        foreach (var dialect in Dialects)
        {
            var stream = TokenStream.Of(text, dialect);
            var (end, position) = (0, 0);
            foreach (ref readonly var token in stream.Tokens)
            {
                token.Start.Should().BeGreaterThanOrEqualTo(end);
                token.End.Should().BeGreaterThan(token.Start).And.BeLessThanOrEqualTo(text.Length);
                IsBoundary(text, token.Start).Should().BeTrue();
                IsBoundary(text, token.End).Should().BeTrue();
                token.Position.Should().Be(position);
                stream.Folded(token).Length.Should().BeGreaterThan(0);
                token.Hash.Should().Be(TokenHash.Of(stream.Folded(token)));
                if (token.TakesPosition) position++;
                end = token.End;
            }

            stream.PositionCount.Should().Be(position);
        }
    });

    [Fact]
    public void Only_white_space_and_what_nobody_sees_lies_between_tokens() => Holds(text =>
    {
        foreach (var dialect in Dialects)
        {
            var end = 0;
            var stream = TokenStream.Of(text, dialect);
            foreach (ref readonly var token in stream.Tokens)
            {
                IsUnseen(text, end, token.Start).Should().BeTrue();
                end = token.End;
            }

            IsUnseen(text, end, text.Length).Should().BeTrue();
        }
    });

    [Fact]
    public void Reading_again_gives_the_same_with_and_without_a_workspace() => Holds(text =>
    {
        var workspace = new ReadingWorkspace();
        foreach (var platform in new[] { Platform.X, Platform.Mastodon, Platform.Bluesky, Platform.Web })
        {
            var mention = new Mention { Id = "1", Text = text, Title = "Title", Platform = platform };
            var first = MentionParser.Default.Parse(mention);
            var second = MentionParser.Default.Parse(mention, workspace);
            Describe(second).Should().Be(Describe(first));
            Describe(MentionParser.Default.Parse(mention, workspace)).Should().Be(Describe(first));
        }
    });

    [Fact]
    public void Folding_what_is_folded_changes_nothing_of_a_word() => Holds(text =>
    {
        var stream = TokenStream.Of(text, TextDialect.Neutral);
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            var folded = stream.Folded(token).ToString();
            var again = TokenStream.Of(folded, TextDialect.Neutral);
            string.Concat(again.Tokens.ToArray().Select(one => again.Folded(one).ToString())).Should().Be(folded);
        }
    });

    [Fact]
    public void Offsets_convert_exactly_both_ways() => Holds(text =>
    {
        var offsets = new TextOffsets(text);
        foreach (var unit in Enum.GetValues<OffsetUnit>())
        {
            var (converted, previous) = (0, -1);
            for (var i = 0; i <= text.Length; i++)
            {
                if (!IsBoundary(text, i)) continue;
                converted = offsets.FromUtf16(i, unit);
                converted.Should().BeGreaterThan(previous);
                offsets.TryToUtf16(converted, unit, out var back).Should().BeTrue();
                back.Should().Be(i);

                // Between two boundaries lies no offset that converts.
                for (var between = previous + 1; between < converted && previous >= 0; between++) offsets.TryToUtf16(between, unit, out _).Should().BeFalse();
                previous = converted;
            }

            offsets.LengthIn(unit).Should().Be(converted);
            offsets.TryToUtf16(converted + 1, unit, out _).Should().BeFalse();
            offsets.TryToUtf16(-1, unit, out _).Should().BeFalse();
        }
    });

    [Fact]
    public void Lengths_links_and_highlights_take_any_text() => Holds(text =>
    {
        foreach (var rules in new[] { XLengthRules.Version1, XLengthRules.Version2, XLengthRules.Version3 })
        {
            var length = XLength.Of(text, rules);
            length.ValidRange.End.Should().BeInRange(0, text.Length);
            length.Weighted.Should().BeGreaterThanOrEqualTo(0);
        }

        PostLength.OnMastodon(text).Should().BeInRange(0, (text.Length * 23) + 23);
        PostLength.FitsBluesky(text).Should().Be(PostLength.Graphemes(text) <= 300 && PostLength.Utf8(text) <= 3000);
        var html = Autolinker.ToHtml(text, LinkingOptions.X with { LinkBareLinks = true });
        HitHighlighter.HighlightHtml(html, [new TextSpan(1, 3), new TextSpan(-4, 90)]).Should().NotBeNull();
        HitHighlighter.HighlightText(text, [new TextSpan(0, 1)]).Should().NotBeNull();
        XSyntax.IsLink(text).Should().Be(XSyntax.IsLink(text));
        BlueskySyntax.IsAtUri("at://" + text).Should().Be(BlueskySyntax.IsAtUri("at://" + text));
    });

    private static void Holds(Action<string> check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(2026, 1121), Prop.ForAll(Texts, check));

    private static bool IsBoundary(string text, int index) =>
        index == 0 || index == text.Length || !char.IsLowSurrogate(text[index]) || !char.IsHighSurrogate(text[index - 1]);

    private static bool IsUnseen(string text, int start, int end)
    {
        for (var i = start; i < end;)
        {
            if ((UnicodeTable.Of(text, i, out var length) & (CharClass.Space | CharClass.Format)) == 0) return false;
            i += length;
        }

        return true;
    }

    private static string Describe(ParsedMention mention) => string.Join(
        '|',
        new[] { mention.Title, mention.Text }.SelectMany(stream => stream.Tokens.ToArray().Select(token => $"{token.Kind} {token.Start} {token.End} {token.Flags} {token.Hash} {stream.Folded(token)}")));
}
