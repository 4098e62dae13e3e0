using System.Globalization;
using System.Text;
using Engagement.Mentions;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Text;

public sealed class ComposedTextTests
{
    // The tables are of Unicode 15.0; the runtime's may be younger, and may be missing altogether.
    private static readonly bool RuntimeComposes = "e\u0301".Normalize() == "é";

    private static readonly int[] Starters = [.. "aeiouAEOYnsSbklt".Select(c => (int)c), 0x1100, 0x1161, 0x11A8, 0xAC00, 0x3B1, 0x915, 0x9C7, 0xB92, 0x1025, 0x304B, 0x5D0, 0x626, 0x110A5, 0x11347, 0x1D157, 0x1F600];

    private static readonly int[] Marks = [0x300, 0x301, 0x302, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30C, 0x31B, 0x323, 0x327, 0x328, 0x32D, 0x338, 0x342, 0x344, 0x345, 0x5B4, 0x5BC, 0x653, 0x93C, 0x9BE, 0xBD7, 0x1133E, 0x3099, 0x309A, 0x1D165, 0x110BA, 0x20E3, 0x200D];

    private static Arbitrary<string> Texts => Gen.Frequency(
        (3, Gen.Elements(Starters)),
        (5, Gen.Elements(Marks)),
        (2, Gen.Choose(0xC0, 0x2FFF)),
        (1, Gen.Choose(0xA000, 0x10FFFF)),
        (1, Gen.Choose(0x20, 0xFF))).Where(IsKnown).Select(char.ConvertFromUtf32).ListOf().Select(string.Concat).ToArbitrary();

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("Caf\u00E9", "Caf\u00E9")]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("e\u0301\u0323", "\u1EB9\u0301")]
    [InlineData("e\u0323\u0301", "\u1EB9\u0301")]
    [InlineData("a\u0308\u0301", "\u00E4\u0301")]
    [InlineData("a\u0301\u0308", "\u00E1\u0308")]
    [InlineData("o\u031B\u0301", "\u1EDB")]
    [InlineData("o\u0301\u031B", "\u1EDB")]
    [InlineData("\u0301e", "\u0301e")]
    [InlineData("e\u200D\u0301", "e\u200D\u0301")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\uD558\u11AB", "\uD55C")]
    [InlineData("\uD55C\u11AB", "\uD55C\u11AB")]
    [InlineData("\u0915\u093C", "\u0915\u093C")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uD804\uDC99\uD804\uDCBA", "\uD804\uDC9A")]
    [InlineData("e‹D83D›\u0301", "e‹D83D›\u0301")]
    [InlineData("‹DE00›e\u0301", "‹DE00›\u00E9")]
    [InlineData("\uFFFE\uFFFFe\u0301", "\uFFFE\uFFFF\u00E9")]
    public void Letters_and_marks_become_one(string text, string composed) => ComposedText.Of(LoneSurrogates.In(text)).Text.Should().Be(LoneSurrogates.In(composed));

    [Fact]
    public void Every_code_point_composes_as_the_runtime_does_it()
    {
        Assert.SkipUnless(RuntimeComposes, "This runtime has no ICU to compare with.");
        var faults = new List<string>();
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (!IsKnown(codePoint)) continue;
            var one = char.ConvertFromUtf32(codePoint);
            foreach (var text in (string[])[one, one.Normalize(NormalizationForm.FormD), one + "\u0301\u0323", "e" + one + "\u0301"])
            {
                if (ComposedText.Of(text).Text != text.Normalize()) faults.Add(Show(text));
            }
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    public void Random_texts_compose_as_the_runtime_does_it()
    {
        Assert.SkipUnless(RuntimeComposes, "This runtime has no ICU to compare with.");
        Holds(text => ComposedText.Of(text).Text.Should().Be(text.Normalize(), Show(text)));
    }

    [Fact]
    public void The_way_back_never_leads_past_what_stands_in_the_composed_beginning() => Holds(text =>
    {
        var composed = ComposedText.Of(text);
        composed.ToOriginal(composed.Text.Length).Should().Be(text.Length);
        var before = 0;
        for (var offset = 0; offset <= composed.Text.Length; offset++)
        {
            var original = composed.ToOriginal(offset);
            original.Should().BeGreaterThanOrEqualTo(before);
            before = original;

            // Before a letter that starts anew, the beginning of the text as given composes to exactly the beginning of the composed text.
            if (offset == composed.Text.Length || !StartsAnew(composed.Text, offset)) continue;
            ComposedText.Of(text[..original]).Text.Should().Be(composed.Text[..offset], Show(text));
        }
    });

    [Fact]
    public void Composing_twice_changes_nothing_more() => Holds(text =>
    {
        var once = ComposedText.Of(text).Text;
        ComposedText.Of(once).Text.Should().Be(once);
    });

    [Fact]
    public void A_pile_of_a_million_marks_is_ordered()
    {
        var pile = "e" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));
        var composed = ComposedText.Of(pile);
        composed.Text.Should().HaveLength(pile.Length - 1).And.StartWith("\u1EB9\u0323").And.EndWith("\u0301\u0301");
        composed.ToOriginal(composed.Text.Length).Should().Be(pile.Length);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("Cafe\u0301", 4, 5)]
    [InlineData("\u1112\u1161\u11AB", 2, 3)]
    [InlineData("e\u0301\u0323", 3, 3)]
    public void X_counts_a_letter_and_its_marks_once(string text, int weighted, int end)
    {
        var length = XLength.Of(text);
        length.Weighted.Should().Be(weighted);
        length.ValidRange.Should().Be(new TextSpan(0, end));
    }

    [Fact]
    public void What_fits_on_X_never_ends_between_a_letter_and_its_mark()
    {
        var text = string.Concat(Enumerable.Repeat("e\u0301", 281));
        var length = XLength.Of(text);
        length.Weighted.Should().Be(281);
        length.IsValid.Should().BeFalse();
        length.ValidRange.Should().Be(new TextSpan(0, 560));
    }

    // What is a letter or a mark to the runtime and nothing to the tables came into Unicode after them.
    private static bool IsKnown(int codePoint)
    {
        if (codePoint is (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF) return false;
        var category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
        if (category == UnicodeCategory.OtherNotAssigned) return false;
        return UnicodeTable.Of(char.ConvertFromUtf32(codePoint), 0, out _) != CharClass.None
            || category is not (<= UnicodeCategory.EnclosingMark);
    }

    // Latin, Greek and Cyrillic letters and signs, none of which is ever the second part of another.
    private static bool StartsAnew(string text, int offset) =>
        Rune.TryGetRuneAt(text, offset, out var rune) && rune.Value < 0x530 && CompositionTable.ClassOf(rune.Value) == 0;

    private static string Show(string text) => string.Join(' ', text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    private static void Holds(Action<string> check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(2026, 1121), Prop.ForAll(Texts, check));
}
