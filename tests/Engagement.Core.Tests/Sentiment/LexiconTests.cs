using System.Globalization;

namespace Engagement.Sentiment;

/// <summary>The lexicon as a data file: how much it knows, and that each entry is one a reader can rely on.</summary>
public sealed class LexiconTests
{
    private static readonly string[][] Rows = [.. DataTable.Rows("lexicon.tsv")];

    [Fact]
    public void It_knows_at_least_three_thousand_entries_each_once()
    {
        Rows.Should().HaveCountGreaterThanOrEqualTo(3_000);
        Rows.Select(row => row[0]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_entry_has_a_valence_from_minus_four_to_four_and_a_kind()
    {
        foreach (var row in Rows)
        {
            row.Should().HaveCount(3, string.Join(' ', row));
            Math.Abs(double.Parse(row[1], CultureInfo.InvariantCulture)).Should().BeInRange(0.1, 4, row[0]);
            row[2].Should().BeOneOf("word", "phrase", "idiom", "emoji", "emoticon", "hashtag");
        }
    }

    [Fact]
    public void It_has_every_kind() => Rows.Select(row => row[2]).Distinct().Should().HaveCount(6);
}
