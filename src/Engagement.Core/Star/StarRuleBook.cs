using System.Globalization;
using Engagement.Queries;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>The shipped rules with a trust's changes, and the words by which a hit is taken back.</summary>
internal sealed class StarRuleBook
{
    private const string Resource = "Star.rules.tsv";

    private readonly ulong[] _keys;

    private StarRuleBook(IReadOnlyList<StarRule> rules, HashSet<ulong> negations, HashSet<ulong> wishes)
    {
        Rules = rules;
        Negations = negations;
        Wishes = wishes;
        _keys = new ulong[rules.Count * 2];
        for (var i = 0; i < rules.Count; i++)
        {
            _keys[i * 2] = StarKeys.Rule(rules[i].Id, StarDirection.Strengthens);
            _keys[(i * 2) + 1] = StarKeys.Rule(rules[i].Id, StarDirection.Weakens);
        }
    }

    /// <summary>The rules, shipped ones first, in the order of the file.</summary>
    public IReadOnlyList<StarRule> Rules { get; }

    /// <summary>Hashes of words that deny what follows.</summary>
    public HashSet<ulong> Negations { get; }

    /// <summary>Hashes of words that wish for what follows.</summary>
    public HashSet<ulong> Wishes { get; }

    /// <summary>Under which the model knows a rule in a direction.</summary>
    public ulong KeyOf(int rule, StarDirection direction) => _keys[(rule * 2) + (int)direction];

    /// <exception cref="ArgumentException">An override is broken; the message lists every fault.</exception>
    public static StarRuleBook Create(StarOverrides? overrides)
    {
        var table = RuleTable.Embedded(Resource, 6);
        var rules = Read(table);
        if (overrides is not null) rules = Change(rules, overrides);
        return new StarRuleBook(rules, Hashes(table.WordsOf("negation")), Hashes(table.WordsOf("wish")));
    }

    /// <summary>Reads rules of the file's form.</summary>
    internal static List<StarRule> Read(RuleTable table)
    {
        var rules = new List<StarRule>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var point = StarLabel.PointOf(row.Cells[1]) ?? throw table.Fault(row.Line, $"'{row.Cells[1]}' is not a point of the star.");
            StarDirection? direction = row.Cells[2] switch
            {
                "+" => StarDirection.Strengthens,
                "-" => StarDirection.Weakens,
                "follow" => null,
                _ => throw table.Fault(row.Line, $"the direction '{row.Cells[2]}' is not +, - or follow."),
            };
            if (!double.TryParse(row.Cells[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var strength) || !(strength > 0) || strength > 10)
            {
                throw table.Fault(row.Line, $"the strength '{row.Cells[3]}' is not a number above 0, at most 10.");
            }

            var scope = row.Cells[4] switch
            {
                "clause" => StarRuleScope.Clause,
                "text" => StarRuleScope.Text,
                _ => throw table.Fault(row.Line, $"the scope '{row.Cells[4]}' is not clause or text."),
            };
            rules.Add(new StarRule(row.Cells[0], point, direction, row.Query, strength, scope));
        }

        return rules;
    }

    private static List<StarRule> Change(List<StarRule> shipped, StarOverrides overrides)
    {
        var faults = new List<string>();
        var ids = shipped.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in overrides.DisabledRules)
        {
            if (!ids.Contains(id)) faults.Add($"there is no shipped star rule '{id}' to switch off.");
        }

        var own = new Dictionary<string, StarRule>(StringComparer.Ordinal);
        foreach (var rule in overrides.Rules)
        {
            if (rule.Id.Length == 0) faults.Add("a star rule has an empty id.");
            else if (!own.TryAdd(rule.Id, rule)) faults.Add($"the star rule '{rule.Id}' is given twice.");
            if (!(rule.Strength > 0) || !double.IsFinite(rule.Strength)) faults.Add($"the strength of star rule '{rule.Id}' is not above 0.");
            if (!Enum.IsDefined(rule.Point)) faults.Add($"star rule '{rule.Id}' names no point of the star.");
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(overrides));
        var disabled = overrides.DisabledRules.ToHashSet(StringComparer.Ordinal);
        var changed = new List<StarRule>(shipped.Count + own.Count);
        changed.AddRange(shipped.Where(rule => !disabled.Contains(rule.Id)).Select(rule => own.Remove(rule.Id, out var replacement) ? replacement : rule));
        changed.AddRange(overrides.Rules.Where(rule => own.ContainsKey(rule.Id)));
        return changed;
    }

    private static HashSet<ulong> Hashes(IReadOnlyList<string> words)
    {
        var hashes = new HashSet<ulong>();
        foreach (var word in words)
        {
            foreach (ref readonly var token in TokenStream.Of(word, TextDialect.Neutral).Tokens) hashes.Add(token.Hash);
        }

        return hashes;
    }
}
