using System.CommandLine;
using System.Globalization;
using Engagement.Sentiment;
using Engagement.Training.Triage;
using Engagement.Triage;

namespace Engagement.Accuracy;

/// <summary><c>triage FILE...</c>: how well the shipped triage finds what cannot wait, and how often it raises a false alarm on ordinary texts.</summary>
internal static class TriageVerb
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Labelled rows: kinds, severity, text.", Arity = ArgumentArity.ZeroOrMore };
        files.AcceptExistingOnly();
        var ordinary = new Option<FileInfo[]>("--ordinary") { Description = "Ordinary texts: JSON lines with a field t, or a star corpus.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var command = new Command("triage", "Accuracy of triage.") { files, ordinary };
        command.SetAction(parse =>
        {
            var variants = new (string Name, UrgencyAssessor Assessor)[]
            {
                ("rules only", UrgencyAssessor.Create(new TriageOverrides { DisabledRules = [TriageModel.Id] })),
                ("learned only", UrgencyAssessor.Create(new TriageOverrides { DisabledRules = TriageRuleBook.Create(null).Entries.Select(entry => entry.Id).ToArray() })),
                ("both", UrgencyAssessor.Create()),
            };
            foreach (var file in parse.GetValue(files)!)
            {
                var examples = TriageExamples.Read(file.FullName);
                foreach (var (name, assessor) in variants) Print($"{file.Name}, {name}", examples, Assess(examples, assessor));
            }

            foreach (var file in parse.GetValue(ordinary)!)
            {
                var texts = TriageExamples.ReadOrdinary(file.FullName, null).Select(entry => entry.Text).ToArray();
                foreach (var (name, assessor) in variants)
                {
                    var alarms = texts.Count(text => Assess(text, assessor).IsUrgent);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}, {name}: {alarms} of {texts.Length} ordinary texts urgent, {1000.0 * alarms / texts.Length:0.0} per 1,000"));
                }
            }

            return 0;
        });
        return command;
    }

    /// <summary>What an assessor makes of each row.</summary>
    public static Urgency[] Assess(IReadOnlyList<TriageExample> examples, UrgencyAssessor assessor) => examples.Select(example => Assess(example.Text, assessor)).ToArray();

    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();

    public static Urgency Assess(string text, UrgencyAssessor assessor)
    {
        var mention = MentionParser.Default.Parse(text);
        return assessor.Assess(mention, Scorer.Score(mention));
    }

    /// <summary>Prints recall of severity 4-5 and 3, and precision, all and by kind.</summary>
    public static void Print(string name, IReadOnlyList<TriageExample> examples, Urgency[] found, bool byKind = true)
    {
        var rows = examples.Zip(found).ToArray();
        var urgent = rows.Where(row => row.Second.IsUrgent).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {rows.Length} rows, recall of severity 4-5 {Recall(rows, 4, 5)}, of 3 {Recall(rows, 3, 3)}, precision {Part(urgent.Count(row => row.First.IsUrgent), urgent.Length)}"));
        foreach (var kind in byKind ? Enum.GetValues<UrgencyKind>() : [])
        {
            var named = urgent.Where(row => row.Second.Findings.Any(finding => finding.Kind == kind && finding.Severity >= Urgency.UrgentFrom)).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {kind,-14} recall of severity 4-5 {Recall(rows.Where(row => row.First.Kinds.Contains(kind)).ToArray(), 4, 5),-14} of 3 {Recall(rows.Where(row => row.First.Kinds.Contains(kind)).ToArray(), 3, 3),-14} precision {Part(named.Count(row => row.First.IsUrgent), named.Length),-14} and of this kind {Part(named.Count(row => row.First.IsUrgent && row.First.Kinds.Contains(kind)), named.Length)}"));
        }
    }

    private static string Recall((TriageExample First, Urgency Second)[] rows, int from, int to)
    {
        var meant = rows.Where(row => row.First.Severity >= from && row.First.Severity <= to).ToArray();
        return Part(meant.Count(row => row.Second.IsUrgent), meant.Length);
    }

    private static string Part(int some, int all) => all == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{(double)some / all:.000} ({some}/{all})");
}
