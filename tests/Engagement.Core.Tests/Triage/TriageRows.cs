using Engagement.Sentiment;

namespace Engagement.Triage;

/// <summary>The labelled rows of triage and what the assessor makes of them.</summary>
internal sealed class TriageRows
{
    private static readonly UrgencyAssessor Assessor = UrgencyAssessor.Create();
    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();

    private TriageRows(IReadOnlyList<(UrgencyKind[] Kinds, int Severity, string Text, Urgency Found)> rows) => Rows = rows;

    public IReadOnlyList<(UrgencyKind[] Kinds, int Severity, string Text, Urgency Found)> Rows { get; }

    public static TriageRows Read(string file)
    {
        var rows = new List<(UrgencyKind[], int, string, Urgency)>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Triage", file)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            var kinds = cells[0] == "none" ? [] : cells[0].Split(',').Select(key => TriageRuleBook.KindOf(key)!.Value).ToArray();
            rows.Add((kinds, int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2], Assess(cells[2])));
        }

        return new TriageRows(rows);
    }

    public static Urgency Assess(string text)
    {
        var mention = MentionParser.Default.Parse(text);
        return Assessor.Assess(mention, Scorer.Score(mention));
    }

    /// <summary>Of the rows of severity 4 and 5, the share that is urgent.</summary>
    public double GraveRecall(UrgencyKind? kind = null)
    {
        var grave = Rows.Where(row => row.Severity >= 4 && (kind is not { } one || row.Kinds.Contains(one))).ToArray();
        return grave.Length == 0 ? 1 : (double)grave.Count(row => IsUrgentAs(row.Found, kind)) / grave.Length;
    }

    /// <summary>Of the rows found urgent, the share that is.</summary>
    public double Precision(UrgencyKind? kind = null)
    {
        var found = Rows.Where(row => IsUrgentAs(row.Found, kind)).ToArray();
        return found.Length == 0 ? 1 : (double)found.Count(row => row.Severity >= Urgency.UrgentFrom && (kind is not { } one || row.Kinds.Contains(one))) / found.Length;
    }

    public IEnumerable<string> Wrong() => Rows
        .Where(row => row.Found.IsUrgent != row.Severity >= Urgency.UrgentFrom)
        .Select(row => $"{row.Severity} found {row.Found.Severity} ({string.Join(' ', row.Found.Findings.Select(finding => finding.RuleId))}): {row.Text}");

    private static bool IsUrgentAs(Urgency found, UrgencyKind? kind) => kind is { } one
        ? found.Findings.Any(finding => finding.Kind == one && finding.Severity >= Urgency.UrgentFrom)
        : found.IsUrgent;
}
