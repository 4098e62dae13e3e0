using System.Globalization;
using Engagement.Queries;

namespace Engagement.Triage;

/// <summary>The shipped rules with a trust's changes.</summary>
internal sealed class TriageRuleBook
{
    private const string Resource = "Triage.rules.tsv";

    private static readonly string[] Kinds =
        ["threat", "self_harm", "safeguarding", "patient_safety", "data_breach", "press_legal", "discrimination"];

    private TriageRuleBook(IReadOnlyList<TriageEntry> entries, bool usesModel)
    {
        Entries = entries;
        UsesModel = usesModel;
    }

    /// <summary>The rules, shipped ones first, in the order of the file.</summary>
    public IReadOnlyList<TriageEntry> Entries { get; }

    /// <summary>Whether the learned part has a say.</summary>
    public bool UsesModel { get; }

    /// <exception cref="ArgumentException">An override is broken; the message lists every fault.</exception>
    public static TriageRuleBook Create(TriageOverrides? overrides)
    {
        var entries = Read(RuleTable.Embedded(Resource, 4));
        if (overrides is null) return new TriageRuleBook(entries, true);
        return new TriageRuleBook(Change(entries, overrides), !overrides.DisabledRules.Contains(TriageModel.Id, StringComparer.Ordinal));
    }

    /// <summary>The kind of a key of the data file; null when there is none.</summary>
    public static UrgencyKind? KindOf(string key)
    {
        var index = Array.IndexOf(Kinds, key);
        return index < 0 ? null : (UrgencyKind)index;
    }

    /// <summary>Reads rules of the file's form.</summary>
    internal static List<TriageEntry> Read(RuleTable table)
    {
        var entries = new List<TriageEntry>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            UrgencyKind? kind = row.Cells[1] == "any"
                ? null
                : KindOf(row.Cells[1]) ?? throw table.Fault(row.Line, $"'{row.Cells[1]}' is not a kind.");
            if (!int.TryParse(row.Cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var severity) || severity > 5)
            {
                throw table.Fault(row.Line, $"the severity '{row.Cells[2]}' is not a whole number from 0 to 5.");
            }

            if (kind is null && severity > 1) throw table.Fault(row.Line, "only a rule of severity 0 or 1 is for any kind.");
            entries.Add(new TriageEntry(row.Cells[0], kind, severity, row.Query));
        }

        return entries;
    }

    private static List<TriageEntry> Change(List<TriageEntry> shipped, TriageOverrides overrides)
    {
        var faults = new List<string>();
        var ids = shipped.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in overrides.DisabledRules)
        {
            if (id != TriageModel.Id && !ids.Contains(id)) faults.Add($"there is no shipped triage rule '{id}' to switch off.");
        }

        var own = new Dictionary<string, TriageEntry>(StringComparer.Ordinal);
        foreach (var rule in overrides.Rules)
        {
            if (rule.Id.Length == 0) faults.Add("a triage rule has an empty id.");
            else if (rule.Id == TriageModel.Id) faults.Add($"the id '{TriageModel.Id}' is kept for the learned part.");
            else if (!own.TryAdd(rule.Id, new TriageEntry(rule.Id, rule.Kind, rule.Severity, rule.Query, IsOwn: true))) faults.Add($"the triage rule '{rule.Id}' is given twice.");
            if (rule.Severity is < 1 or > 5) faults.Add($"the severity of triage rule '{rule.Id}' is not from 1 to 5.");
            if (!Enum.IsDefined(rule.Kind)) faults.Add($"triage rule '{rule.Id}' names no kind.");
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(overrides));
        var disabled = overrides.DisabledRules.ToHashSet(StringComparer.Ordinal);
        var changed = new List<TriageEntry>(shipped.Count + own.Count);
        changed.AddRange(shipped.Where(entry => !disabled.Contains(entry.Id)).Select(entry => own.Remove(entry.Id, out var replacement) ? replacement : entry));
        changed.AddRange(overrides.Rules.Where(rule => own.ContainsKey(rule.Id)).Select(rule => own[rule.Id]));
        return changed;
    }
}
