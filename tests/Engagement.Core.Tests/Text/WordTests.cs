namespace Engagement.Text;

/// <summary>Words, numbers and punctuation, and what they fold to.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("Ward 7 was GREAT", "ward|7|was|great")]
    [InlineData("what's what’s whats WHAT´S what`s whatʼs", "whats|whats|whats|whats|whats|whats")]
    [InlineData("don't dont", "dont|dont")]
    [InlineData("the nurses' and nurse's", "the|nurses|'|and|nurses")]
    [InlineData("I'll be ill", "i'll|be|ill")]
    [InlineData("we’ll get well", "we'll|get|well")]
    [InlineData("he'll hell she'll shell", "he'll|hell|she'll|shell")]
    [InlineData("we're were I'd id we'd wed", "we're|were|i'd|id|we'd|wed")]
    [InlineData("WE'RE he'd she'd shed who're", "we're|he'd|she'd|shed|who're")]
    [InlineData("they'll you'd it's", "theyll|youd|its")]
    [InlineData("follow-up", "follow|-|up")]
    [InlineData("follow\u2011up follow\u2010up", "follow|-|up|follow|-|up")]
    [InlineData("C++ C# F# and A&E, R&D", "c++|c#|f#|and|a&e|,|r&d")]
    [InlineData("a&e AT&T B&Q", "a&e|at&t|b&q")]
    [InlineData("salt&pepper", "salt|&|pepper")]
    [InlineData("7.30pm 2:1 24/7 1,000 3rd", "7.30pm|2:1|24/7|1,000|3rd")]
    [InlineData("at 7. Then 8, 9", "at|7|.|then|8|,|9")]
    [InlineData("£5 5% 10/10!!!", "£|5|5|%|10/10|!")]
    [InlineData("Café naïve ZOË Ångström", "cafe|naive|zoe|angstrom")]
    [InlineData("cafe\u0301 caf\u00e9", "cafe|cafe")]
    [InlineData("straße Łódź İstanbul ısı Ørsted", "strasse|lodz|istanbul|isi|orsted")]
    [InlineData("ＷＡＲＤ ７ ﬁne", "ward|7|fine")]
    [InlineData("snake_case _start end_", "snake_case|_|start|end|_")]
    [InlineData("it was!!! really...", "it|was|!|really|.")]
    [InlineData("N\u200BH\u00ADS", "nhs")]
    [InlineData("Привет МИР", "привет|мир")]
    [InlineData("10am-5pm", "10am|-|5pm")]
    [InlineData("his/her and/or", "his|/|her|and|/|or")]
    [InlineData("“quoted” «words»", "\"|quoted|\"|\"|words|\"")]
    public void A_text_folds_to_its_words(string text, string expected) => FoldedOf(text).Should().Be(expected);

    [Theory]
    [InlineData("病院はとても良い", "病|院|は|と|て|も|良|い")]
    [InlineData("ตั๋ว", "ต|ั|๋|ว")]
    [InlineData("NHSは7日", "nhs|は|7|日")]
    [InlineData("한국", "한|국")]
    public void Scripts_without_spaces_give_one_token_a_code_point(string text, string expected) => FoldedOf(text).Should().Be(expected);

    [Theory]
    [InlineData("👍🏽", "👍")]
    [InlineData("❤️ ❤", "❤|❤")]
    [InlineData("👨‍👩‍👧‍👦👍", "👨‍👩‍👧‍👦|👍")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇬🇧🇫🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿|🇬🇧|🇫🇷")]
    [InlineData("1️⃣ #️⃣ 2", "1⃣|#⃣|2")]
    [InlineData("great👏👏", "great|👏|👏")]
    [InlineData("🏿", "🏿")]
    [InlineData("👩🏾‍⚕️", "👩‍⚕")]
    public void An_emoji_is_one_token_without_its_selector_and_skin_tone(string text, string expected) => FoldedOf(text).Should().Be(expected);

    [Theory]
    [InlineData("ok™ 5★ © 2026")]
    [InlineData("a → b")]
    public void Signs_of_the_text_are_no_emoji(string text) =>
        Read(text).Tokens.ToArray().Should().NotContain(token => token.Kind == TokenKind.Emoji);

    [Fact]
    public void Only_what_is_not_punctuation_takes_a_position()
    {
        var stream = Read("well, done (ward 7)!");
        stream.Tokens.ToArray().Select(token => (stream.Folded(token).ToString(), token.Position)).Should().Equal(
            ("well", 0), (",", 1), ("done", 1), ("(", 2), ("ward", 2), ("7", 3), (")", 4), ("!", 4));
        stream.PositionCount.Should().Be(4);
    }

    [Theory]
    [InlineData("Great", TokenFlags.Capitalized)]
    [InlineData("GREAT", TokenFlags.AllCapitals)]
    [InlineData("I", TokenFlags.Capitalized)]
    [InlineData("iPhone", TokenFlags.None)]
    [InlineData("McDonald", TokenFlags.Capitalized)]
    [InlineData("soooo", TokenFlags.Elongated)]
    [InlineData("SOOO", TokenFlags.Elongated | TokenFlags.AllCapitals)]
    [InlineData("aaa1", TokenFlags.Elongated)]
    [InlineData("a1000", TokenFlags.None)]
    [InlineData("1000", TokenFlags.None)]
    [InlineData("ÉCOLE", TokenFlags.AllCapitals)]
    [InlineData("Élan", TokenFlags.Capitalized)]
    [InlineData("7PM", TokenFlags.AllCapitals)]
    [InlineData("DON'T", TokenFlags.AllCapitals)]
    [InlineData("A&E", TokenFlags.AllCapitals)]
    public void A_token_says_how_it_is_written(string text, TokenFlags expected)
    {
        var token = Read(text)[0];
        (token.Flags & ~(TokenFlags.SpaceBefore | TokenFlags.NewlineBefore)).Should().Be(expected);
    }

    [Fact]
    public void A_token_says_what_stands_before_it()
    {
        const TokenFlags Space = TokenFlags.SpaceBefore;
        const TokenFlags Line = TokenFlags.SpaceBefore | TokenFlags.NewlineBefore;
        Read("a, b\nc\u2028d\u3000e").Tokens.ToArray().Select(token => token.Flags).Should().Equal(Line, TokenFlags.None, Space, Line, Line, Space);
    }

    [Fact]
    public void A_tag_a_handle_and_the_word_share_their_hash()
    {
        var stream = TokenStream.Of("#Café @NHS nhs cafe", TextDialect.X);
        stream[0].Hash.Should().Be(stream[3].Hash);
        stream[1].Hash.Should().Be(stream[2].Hash);
        stream[0].Kind.Should().Be(TokenKind.Hashtag);
        stream[1].Kind.Should().Be(TokenKind.Handle);
    }

    [Fact]
    public void The_hash_of_a_token_is_that_of_its_folded_characters()
    {
        var stream = Read("Don't I'll café 🎉 #tag https://example.com a@b.com 病");
        foreach (ref readonly var token in stream.Tokens) token.Hash.Should().Be(TokenHash.Of(stream.Folded(token)));
    }

    [Fact]
    public void A_lone_surrogate_is_punctuation()
    {
        var stream = Read("a\uD83Db\uDE00");
        stream.Tokens.ToArray().Select(token => (token.Kind, token.Start, token.End)).Should().Equal(
            (TokenKind.Word, 0, 1), (TokenKind.Punctuation, 1, 2), (TokenKind.Word, 2, 3), (TokenKind.Punctuation, 3, 4));
    }

    internal static TokenStream Read(string text) => TokenStream.Of(text, TextDialect.Neutral);

    private static string FoldedOf(string text)
    {
        var stream = Read(text);
        return string.Join('|', stream.Tokens.ToArray().Select(token => stream.Folded(token).ToString()));
    }
}
