using System.CommandLine;
using System.Globalization;
using Engagement.Learning;
using Engagement.Training.Triage;
using Engagement.Triage;

namespace Engagement.Accuracy;

/// <summary><c>triage-train CORPUS...</c>: measures the learned part of triage on writers left out, and writes the model the library ships.</summary>
internal static class TriageTrainVerb
{
    // Without the rows of a writer of more than this part there would be too little left to learn from: they are left out in parts.
    private const double LargestPart = 0.33;

    private const int PartsOfTheLargest = 4;

    // Rows stand in the order in which they were written, and neighbours are often of one situation: a block is left out whole.
    private const int Block = 25;

    public static Command Create()
    {
        var corpora = new Argument<FileInfo[]>("CORPUS") { Description = "Labelled rows: kinds, severity, text.", Arity = ArgumentArity.OneOrMore };
        corpora.AcceptExistingOnly();
        var ordinary = new Option<FileInfo[]>("--ordinary") { Description = "Ordinary texts: JSON lines with a field t, or a star corpus.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var leaveOut = new Option<FileInfo?>("--leave-out") { Description = "Ordinary texts that are urgent: file name and line." };
        var held = new Option<FileInfo[]>("--held") { Description = "Labelled rows that are measured and never learned from.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var show = new Option<int>("--show") { Description = "How many of the ordinary texts that come nearest to urgent are printed." };
        var output = new Option<FileInfo?>("--output") { Description = "Where to write the model." };
        var set = new Option<string[]>("--set") { Description = "NAME=VALUE of a training option.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var command = new Command("triage-train", "Measures and trains the learned part of triage.") { corpora, ordinary, leaveOut, held, show, output, set };
        command.SetAction(parse =>
        {
            var options = new TriageTrainingOptions();
            foreach (var pair in parse.GetValue(set)!)
            {
                var cells = pair.Split('=');
                if (cells.Length != 2 || typeof(TriageTrainingOptions).GetProperty(cells[0]) is not { } property)
                {
                    Console.Error.WriteLine($"'{pair}' is no training option: expected NAME=VALUE with a name of {string.Join(", ", typeof(TriageTrainingOptions).GetProperties().Select(p => p.Name))}.");
                    return 2;
                }

                property.SetValue(options, Convert.ChangeType(cells[1], property.PropertyType, CultureInfo.InvariantCulture));
            }

            var rows = parse.GetRequiredValue(corpora).SelectMany(file => TriageExamples.Read(file.FullName)).Select(TriageRow.Of).ToArray();
            // A text that a rule takes for urgent is as likely true as a false alarm: it teaches nothing either way.
            var rules = UrgencyAssessor.Create(new TriageOverrides { DisabledRules = [TriageModel.Id] });
            var sources = parse.GetValue(ordinary)!.Select(file => (file.Name, Texts: TriageExamples.ReadOrdinary(file.FullName, parse.GetValue(leaveOut)?.FullName).Where(entry => !TriageVerb.Assess(entry.Text, rules).IsUrgent).ToArray())).ToArray();
            var others = sources.SelectMany(source => source.Texts.Select(entry => (Name: entry.IsHarsh ? source.Name + ", harsh" : source.Name, Row: TriageRow.Of(entry.Text, entry.IsHarsh)))).ToArray();
            var threshold = CrossValidate(rows, others, options, parse.GetValue(show));
            var weights = new TriageTrainer(options).Train(rows, others.Select(other => other.Row).ToArray(), threshold);
            var bytes = weights.Write();
            var model = new TriageModel(TriageIdeas.Shipped, weights);
            foreach (var file in parse.GetValue(held)!)
            {
                var examples = TriageExamples.Read(file.FullName);
                TriageVerb.Print(file.Name + ", learned only", examples, TriageVerb.Assess(examples, UrgencyAssessor.Create(new TriageOverrides { DisabledRules = TriageRuleBook.Create(null).Entries.Select(entry => entry.Id).ToArray() }, model)));
                TriageVerb.Print(file.Name + ", rules and learned", examples, TriageVerb.Assess(examples, UrgencyAssessor.Create(null, model)));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} rows, {others.Length} ordinary texts, {weights.Count} features, {bytes.Length} bytes"));
            if (parse.GetValue(output) is { } target) File.WriteAllBytes(target.FullName, bytes);
            return 0;
        });
        return command;
    }

    /// <summary>The threshold that lets through so many of the ordinary texts as the options allow, judged by models that did not learn from them.</summary>
    private static double CrossValidate(TriageRow[] rows, (string Name, TriageRow Row)[] others, TriageTrainingOptions options, int show)
    {
        var parts = PartsOf(rows);
        var count = parts.Max() + 1;
        var margins = new double[rows.Length];
        var otherMargins = new double[others.Length];
        var folds = new LabelWeights[count];
        for (var fold = 0; fold < count; fold++)
        {
            folds[fold] = new TriageTrainer(options).Train(
                rows.Where((_, i) => parts[i] != fold).ToArray(), others.Where((_, i) => i / Block % count != fold).Select(other => other.Row).ToArray(), 0);
            var model = new TriageModel(TriageIdeas.Shipped, folds[fold]);
            for (var i = 0; i < rows.Length; i++)
            {
                if (parts[i] == fold) margins[i] = model.MarginOf(MentionParser.Default.Parse(rows[i].Text));
            }

            for (var i = 0; i < others.Length; i++)
            {
                if (i / Block % count == fold) otherMargins[i] = model.MarginOf(MentionParser.Default.Parse(others[i].Row.Text));
            }
        }

        var chosen = 0.0;
        foreach (var rate in new[] { 5, 10, 15, 20, 30, 40, 60, 80, 120, options.FalseAlarms })
        {
            var sorted = otherMargins.Where((_, i) => !others[i].Row.IsHarsh).OrderDescending().ToArray();
            chosen = sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * rate / 1000))];
            var over = rows.Where((_, i) => margins[i] > chosen).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"left-out writers, learned only, {rate,4:0.#} alarms per 1,000 ordinary texts: margin {chosen:0.00}, recall of severity 4-5 {Share(rows.Count(row => row.Example!.Severity >= 4), over.Count(row => row.Example!.Severity >= 4)):.000}, of 3 {Share(rows.Count(row => row.Example!.Severity == 3), over.Count(row => row.Example!.Severity == 3)):.000}, precision {Share(over.Length, over.Count(row => row.Example!.IsUrgent)):.000}"));
        }

        // What the library would make of each row, had it not learned from the row's block.
        var assessors = folds.Select(weights => UrgencyAssessor.Create(null, new TriageModel(TriageIdeas.Shipped, weights.WithThresholds(TriageTrainer.Thresholds(chosen))))).ToArray();
        var examples = rows.Select(row => row.Example!).ToArray();
        TriageVerb.Print("left-out writers, rules only", examples, TriageVerb.Assess(examples, UrgencyAssessor.Create(new TriageOverrides { DisabledRules = [TriageModel.Id] })));
        var found = examples.Select((example, i) => TriageVerb.Assess(example.Text, assessors[parts[i]])).ToArray();
        TriageVerb.Print("left-out writers, rules and learned", examples, found);
        foreach (var writer in examples.Select(example => example.Writer).Distinct())
        {
            var own = Enumerable.Range(0, examples.Length).Where(i => examples[i].Writer == writer).ToArray();
            TriageVerb.Print($"  of them {writer}", own.Select(i => examples[i]).ToArray(), own.Select(i => found[i]).ToArray(), byKind: false);
        }

        foreach (var name in others.Select(other => other.Name).Distinct())
        {
            var own = Enumerable.Range(0, others.Length).Where(i => others[i].Name == name).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {1000.0 * own.Count(i => otherMargins[i] > chosen) / own.Length:0.0} per 1,000"));
        }

        foreach (var i in Enumerable.Range(0, rows.Length).Where(i => rows[i].Example!.IsUrgent && margins[i] <= chosen).OrderBy(i => margins[i]).Take(show))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{margins[i],6:0.00} missed, severity {rows[i].Example!.Severity}: {rows[i].Text.ReplaceLineEndings(" ")}"));
        }

        foreach (var i in Enumerable.Range(0, others.Length).OrderByDescending(i => otherMargins[i]).Take(show))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{otherMargins[i],6:0.00} {others[i].Name}: {others[i].Row.Text.ReplaceLineEndings(" ")}"));
        }

        return chosen;
    }

    /// <summary>The part in which each row is left out: one a writer, several for a writer of very many rows.</summary>
    private static int[] PartsOf(TriageRow[] rows)
    {
        var parts = new int[rows.Length];
        var next = 0;
        foreach (var writer in rows.Select((row, i) => (row.Example!.Writer, Index: i)).GroupBy(row => row.Writer, row => row.Index))
        {
            var own = writer.ToArray();
            var size = own.Length > LargestPart * rows.Length ? PartsOfTheLargest : 1;
            for (var i = 0; i < own.Length; i++) parts[own[i]] = next + (i / Block % size);
            next += size;
        }

        return parts;
    }

    private static double Share(int all, int some) => all == 0 ? 1 : (double)some / all;
}
