using System.CommandLine;
using System.Globalization;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Training.Star;

namespace Engagement.Accuracy;

/// <summary><c>star-train CORPUS</c>: measures the star's learned weights by leaving writers out, and writes the model the library ships.</summary>
internal static class StarTrainVerb
{
    public static Command Create()
    {
        var corpus = new Argument<FileInfo>("CORPUS") { Description = "The star corpus." };
        corpus.AcceptExistingOnly();
        var dev = new Option<FileInfo?>("--dev") { Description = "Labelled texts of other writers, for choosing settings." };
        var comments = new Option<FileInfo?>("--comments") { Description = "Labels of real comments by file and line." };
        var folder = new Option<DirectoryInfo?>("--comments-from") { Description = "Where the files of those comments are." };
        var output = new Option<FileInfo?>("--output") { Description = "Where to write the model." };
        var set = new Option<string[]>("--set") { Description = "NAME=VALUE of a training option.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var only = new Option<bool>("--only-train") { Description = "Leaves out the figures that the model does not need." };
        var command = new Command("star-train", "Measures the learned part of the star.") { corpus, dev, comments, folder, output, set, only };
        command.SetAction(parse => Run(Read(parse.GetRequiredValue(corpus), parse.GetValue(comments), parse.GetValue(folder)), parse.GetValue(dev), parse.GetValue(output), parse.GetValue(set)!, !parse.GetValue(only)));
        return command;
    }

    private static IReadOnlyList<StarExample> Read(FileInfo corpus, FileInfo? comments, DirectoryInfo? folder)
    {
        var examples = StarExamples.Read(corpus.FullName);
        return comments is null ? examples : [.. examples, .. StarComments.Read(comments.FullName, folder?.FullName ?? comments.DirectoryName!)];
    }

    private static int Run(IReadOnlyList<StarExample> corpus, FileInfo? dev, FileInfo? output, string[] set, bool measure)
    {
        var options = new StarTrainingOptions();
        foreach (var pair in set)
        {
            var cells = pair.Split('=');
            if (cells.Length != 2 || typeof(StarTrainingOptions).GetProperty(cells[0]) is not { } property)
            {
                Console.Error.WriteLine($"'{pair}' is no training option: expected NAME=VALUE with a name of {string.Join(", ", typeof(StarTrainingOptions).GetProperties().Select(p => p.Name))}.");
                return 2;
            }

            property.SetValue(options, Convert.ChangeType(cells[^1], property.PropertyType, CultureInfo.InvariantCulture));
        }

        var texts = StarRows.Of(corpus);
        var rows = texts.Rows;
        var other = dev is null ? [] : StarRows.Of(StarExamples.Read(dev.FullName)).Rows;
        if (measure)
        {
            Neighbors(rows);
            Curve(rows, options);
            Measure("rules only", rows, other, options with { UseFeatures = false });
            Measure("learned only", rows, other, options with { UseRules = false });
        }

        var thresholds = Measure("both", rows, other, options);
        if (output is not null)
        {
            var weights = new StarTrainer(options).Train(rows);
            var bytes = StarModel.Create(weights.Baseline, thresholds, weights.Export(texts)).Write();
            File.WriteAllBytes(output.FullName, bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {output.Name}: {bytes.Length} bytes"));
        }

        return 0;
    }

    private static void Neighbors(StarRow[] rows)
    {
        var neighbors = new StarNeighbors(rows.Select(row => row.Example).ToArray());
        var near = rows.Where((_, i) => neighbors.NearestTo(i, _ => true).Cosine > 0.8).Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"near duplicates (cosine of words above .8): {near} of {rows.Length} texts"));
        Print("nearest text of another writer", StarEvaluation.Of(rows.Select((row, i) =>
        {
            var (nearest, _) = neighbors.NearestTo(i, other => rows[other].Example.Writer != row.Example.Writer);
            return (row.Example.Labels, nearest < 0 ? 0 : rows[nearest].Example.Labels);
        })));
    }

    /// <summary>How much the weights gain from more texts; scenarios are left out whole, so that no family of situations is on both sides.</summary>
    private static void Curve(StarRow[] rows, StarTrainingOptions options)
    {
        var families = rows.GroupBy(row => (row.Example.Writer, row.Example.Scenario)).ToDictionary(group => group.Key, group => Math.Abs(group.Key.GetStableHash()) % 100);
        foreach (var part in new[] { 20, 40, 60, 80 })
        {
            var learned = rows.Where(row => families[(row.Example.Writer, row.Example.Scenario)] < part).ToArray();
            var held = rows.Where(row => families[(row.Example.Writer, row.Example.Scenario)] >= 80).ToArray();
            var weights = new StarTrainer(options).Train(learned);
            var margins = held.Select(row => weights.Margins(row)).ToArray();
            Print(string.Create(CultureInfo.InvariantCulture, $"learned from {learned.Length}, scenarios held back"), Evaluate(held, margins, Enumerable.Repeat(-0.6, StarLabel.Count).ToArray()));
        }
    }

    private static int GetStableHash(this (string Writer, string Scenario) family) =>
        (family.Writer + family.Scenario).Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & 0x7FFFFFFF;

    private static double[] Measure(string name, StarRow[] rows, StarRow[] other, StarTrainingOptions options)
    {
        var margins = new double[rows.Length][];
        foreach (var fold in rows.Select(row => Fold(row.Example)).Distinct())
        {
            var weights = new StarTrainer(options).Train(rows.Where(row => Fold(row.Example) != fold).ToArray());
            for (var i = 0; i < rows.Length; i++)
            {
                if (Fold(rows[i].Example) == fold) margins[i] = weights.Margins(rows[i]);
            }
        }

        var thresholds = new double[StarLabel.Count];
        for (var label = 0; label < thresholds.Length; label++)
        {
            thresholds[label] = Enumerable.Range(-15, 31).Select(step => step * 0.2).MaxBy(threshold =>
            {
                var (hit, found, expected) = (0, 0, 0);
                for (var i = 0; i < rows.Length; i++)
                {
                    var e = (rows[i].Example.Labels >> label) & 1;
                    var f = margins[i][label] > threshold ? 1 : 0;
                    hit += e & f;
                    found += f;
                    expected += e;
                }

                return 2.0 * hit / (found + expected);
            });
        }

        for (var label = 0; label < thresholds.Length; label++) thresholds[label] += options.Caution;
        Print(name + ", writers left out, 0", Evaluate(rows, margins, new double[10]));
        Print(name + ", writers left out, thresholds", Evaluate(rows, margins, thresholds));
        foreach (var group in rows.Select((row, i) => (row, margin: margins[i])).GroupBy(pair => pair.row.Example.Writer))
        {
            Print("  of writer " + group.Key, Evaluate([.. group.Select(pair => pair.row)], [.. group.Select(pair => pair.margin)], thresholds));
        }

        if (other.Length == 0) return thresholds;
        var all = new StarTrainer(options).Train(rows);
        var found = other.Select(row => all.Margins(row)).ToArray();
        Print(name + ", dev", Evaluate(other, found, thresholds));
        foreach (var lift in new[] { -0.3, 0.3, 0.6 }) Print(string.Create(CultureInfo.InvariantCulture, $"{name}, dev, caution {options.Caution + lift:0.0}"), Evaluate(other, found, thresholds.Select(threshold => threshold + lift).ToArray()));
        return thresholds;
    }

    /// <summary>What is left out together: all texts of a writer; of the real comments, which thousands of people wrote, every other one.</summary>
    private static string Fold(StarExample example) =>
        example.Writer == StarComments.Writer && example.Scenario[^1] % 2 == 1 ? example.Writer + ", odd lines" : example.Writer;

    private static StarEvaluation Evaluate(StarRow[] rows, double[][] margins, double[] thresholds) => StarEvaluation.Of(rows.Select((row, i) =>
    {
        var found = 0;
        for (var label = 0; label < StarLabel.Count; label++) found |= margins[i][label] > thresholds[label] ? 1 << label : 0;
        return (row.Example.Labels, found);
    }));

    private static void Print(string name, StarEvaluation evaluation) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-42} micro {evaluation.MicroF1:.000} macro {evaluation.MacroF1:.000} none {evaluation.NoneRecall:.000}  {string.Join(' ', Enumerable.Range(0, 5).Select(point => evaluation.F1Of((StarPoint)point).ToString(".000", CultureInfo.InvariantCulture)))}"));
}
