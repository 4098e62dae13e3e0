using Engagement.Queries;

namespace Engagement.Triage;

/// <summary>The shipped rules with a trust's changes.</summary>
internal static class NoticeRuleBook
{
    private const string Resource = "Triage.notices.tsv";

    private static readonly string[] Kinds = ["job_advert", "event"];

    /// <summary>The rules, shipped ones first, in the order of the file.</summary>
    /// <exception cref="ArgumentException">An override is broken; the message lists every fault.</exception>
    public static IReadOnlyList<NoticeRule> Create(NoticeOverrides? overrides)
    {
        var shipped = Read(RuleTable.Embedded(Resource, 3));
        return overrides is null ? shipped : Change(shipped, overrides);
    }

    /// <summary>Reads rules of the file's form.</summary>
    internal static List<NoticeRule> Read(RuleTable table)
    {
        var rules = new List<NoticeRule>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var kind = Array.IndexOf(Kinds, row.Cells[1]);
            if (kind < 0) throw table.Fault(row.Line, $"'{row.Cells[1]}' is not a kind.");
            rules.Add(new NoticeRule(row.Cells[0], (NoticeKind)kind, row.Query));
        }

        return rules;
    }

    private static List<NoticeRule> Change(List<NoticeRule> shipped, NoticeOverrides overrides)
    {
        var faults = new List<string>();
        var ids = shipped.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in overrides.DisabledRules)
        {
            if (!ids.Contains(id)) faults.Add($"there is no shipped notice rule '{id}' to switch off.");
        }

        var own = new Dictionary<string, NoticeRule>(StringComparer.Ordinal);
        foreach (var rule in overrides.Rules)
        {
            if (rule.Id.Length == 0) faults.Add("a notice rule has an empty id.");
            else if (!own.TryAdd(rule.Id, rule)) faults.Add($"the notice rule '{rule.Id}' is given twice.");
            if (!Enum.IsDefined(rule.Kind)) faults.Add($"notice rule '{rule.Id}' names no kind.");
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(overrides));
        var disabled = overrides.DisabledRules.ToHashSet(StringComparer.Ordinal);
        var kept = shipped.Where(rule => !disabled.Contains(rule.Id)).Select(rule => own.GetValueOrDefault(rule.Id, rule));
        return [.. kept, .. overrides.Rules.Where(rule => !ids.Contains(rule.Id) || disabled.Contains(rule.Id))];
    }
}
