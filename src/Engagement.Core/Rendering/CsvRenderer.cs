using System.Globalization;
using System.Text;
using Engagement.Digests;
using NodaTime.Text;

namespace Engagement.Rendering;

/// <summary>RFC 4180 with a header line. A cell that a spreadsheet would take for a formula is led by an apostrophe.</summary>
internal sealed class CsvRenderer : IDigestRenderer
{
    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var csv = new StringBuilder();
        Row(csv, "section", "id", "date", "platform", "voice", "label", "title", "text", "author", "link", "teams", "people", "star", "times");
        foreach (var item in digest.Praise) Item(csv, "praise", item, item.Times, item.StarPoints);
        foreach (var item in digest.MorePraise) Item(csv, "praise", item, item.Times, item.StarPoints);
        foreach (var opportunity in digest.Learn.Concat(digest.MoreToLearn)) Item(csv, "learn", opportunity.Item, opportunity.Mentions, opportunity.Weakened);
        foreach (var point in digest.Star)
        {
            foreach (var item in point.StrengthenedBy) Item(csv, "star strengthened", item, item.Times, [point.Name]);
            foreach (var item in point.WeakenedBy) Item(csv, "star weakened", item, item.Times, [point.Name]);
        }

        foreach (var item in digest.Colleagues) Item(csv, "colleagues", item, item.Times, item.StarPoints);
        return csv.ToString();
    }

    private static void Item(StringBuilder csv, string section, DigestItem item, long times, IReadOnlyList<string> star) => Row(
        csv,
        section,
        item.Id,
        LocalDatePattern.Iso.Format(item.On),
        PlatformNames.Of(item.Platform),
        JsonRenderer.Key(item.Voice.ToString()),
        JsonRenderer.Key(item.Label.ToString()),
        item.Title ?? "",
        item.Text,
        item.Author ?? "",
        item.Link ?? "",
        string.Join("; ", item.Teams),
        string.Join("; ", item.People),
        string.Join("; ", star),
        times.ToString(CultureInfo.InvariantCulture));

    private static void Row(StringBuilder csv, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) csv.Append(',');
            Cell(csv, cells[i]);
        }

        csv.Append("\r\n");
    }

    private static void Cell(StringBuilder csv, string cell)
    {
        if (cell.Length == 0) return;
        // Spreadsheets skip white space before they look for a formula, and read full-width signs as signs.
        var first = cell.AsSpan().TrimStart();
        var formula = cell[0] is '\t' or '\r' or '\n' || (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%');
        csv.Append('"');
        if (formula) csv.Append('\'');
        foreach (var c in cell) csv.Append(c == '"' ? "\"\"" : c.ToString());
        csv.Append('"');
    }
}
