using System.Globalization;
using System.Text;
using Engagement.Architecture;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>A labelled set of texts, and how well the redactor does on it.</summary>
internal static class RedactionRows
{
    private static readonly Dictionary<string, RedactionKind> Kinds = Enum.GetValues<RedactionKind>().ToDictionary(NameOf);

    public static IReadOnlyList<RedactionRow> Read(string file) =>
    [
        .. File.ReadLines(Repository.PathOf("tests", "Engagement.Core.Tests", "Privacy", file))
            .Where(line => line.Length > 0 && !line.StartsWith("id\t", StringComparison.Ordinal)).Select(line => line.Split('\t'))
            .Select(columns => new RedactionRow(columns[0], Unescape(columns[2]), SpansOf(Unescape(columns[1]), Unescape(columns[2])))),
    ];

    private static string Unescape(string column) => column.Replace("\\n", "\n").Replace("\\t", "\t");

    /// <summary>
    /// A labelled span counts as found when the redactor leaves nothing of it, whatever the kind; a redaction counts as right when it
    /// overlaps a labelled span of its kind.
    /// </summary>
    public static Dictionary<RedactionKind, KindScore> Score(IEnumerable<RedactionRow> rows, List<string> mistakes)
    {
        var scores = Kinds.Values.ToDictionary(kind => kind, _ => new KindScore());
        foreach (var row in rows)
        {
            var redactions = Redactor.Default.Redact(row.Text).Redactions;
            foreach (var (kind, span) in row.Spans)
            {
                scores[kind].Labelled++;
                if (IsCovered(span, redactions)) scores[kind].Found++;
                else mistakes.Add($"{row.Id} missed {NameOf(kind)} {span}: {row.Text}");
            }

            foreach (var redaction in redactions)
            {
                scores[redaction.Kind].Taken++;
                if (row.Spans.Any(label => label.Kind == redaction.Kind && label.Span.Overlaps(redaction.Span))) scores[redaction.Kind].Right++;
                else mistakes.Add($"{row.Id} wrongly {NameOf(redaction.Kind)} {redaction.Span}: {row.Text}");
            }
        }

        return scores;
    }

    public static string Table(Dictionary<RedactionKind, KindScore> scores)
    {
        var table = new StringBuilder();
        foreach (var (kind, score) in scores.Where(pair => pair.Value.Labelled + pair.Value.Taken > 0))
        {
            table.Append(CultureInfo.InvariantCulture, $"{NameOf(kind),-16} labelled {score.Labelled,3} recall {score.Recall:0.000} taken {score.Taken,3} precision {score.Precision:0.000}\n");
        }

        return table.ToString();
    }

    public static string NameOf(RedactionKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static bool IsCovered(TextSpan span, IReadOnlyList<Redaction> redactions)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (!redactions.Any(redaction => redaction.Span.Start <= i && i < redaction.Span.End)) return false;
        }

        return true;
    }

    private static List<(RedactionKind Kind, TextSpan Span)> SpansOf(string labels, string text)
    {
        var spans = new List<(RedactionKind, TextSpan)>();
        if (labels is "-" or "") return spans;
        var from = 0;
        foreach (var label in labels.Split(";;"))
        {
            var cut = label.IndexOf(':', StringComparison.Ordinal);
            var value = label[(cut + 1)..];
            var at = text.IndexOf(value, from, StringComparison.Ordinal);
            if (at < 0) at = text.IndexOf(value, StringComparison.Ordinal);
            if (at < 0) throw new InvalidDataException($"The label {label} does not stand in: {text}");
            spans.Add((Kinds[label[..cut]], new TextSpan(at, at + value.Length)));
        }

        return spans;
    }
}

internal sealed record RedactionRow(string Id, string Text, List<(RedactionKind Kind, TextSpan Span)> Spans);

internal sealed class KindScore
{
    public int Labelled { get; set; }

    public int Found { get; set; }

    public int Taken { get; set; }

    public int Right { get; set; }

    public double Recall => Labelled == 0 ? 1 : (double)Found / Labelled;

    public double Precision => Taken == 0 ? 1 : (double)Right / Taken;
}
