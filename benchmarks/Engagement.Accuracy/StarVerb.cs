using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Training.Star;

namespace Engagement.Accuracy;

/// <summary><c>star FILE…</c>: how well the points found fit those that people gave.</summary>
internal static class StarVerb
{
    private static readonly string[] Keys = ["leadership", "involvement", "healthy_safe", "role_counts", "development"];

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Tab-separated: id, register, text, labels.", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var command = new Command("star", "Maps labelled texts to the star and prints micro-F1, macro-F1, F1 a point and recall of none, with 95 % intervals.") { files };
        command.SetAction(parse => Run(parse.GetRequiredValue(files)));
        return command;
    }

    private static int Run(FileInfo[] files)
    {
        var scorer = HybridSentimentScorer.Create();
        var mapper = StarMapper.Create();
        var lines = new List<string>();
        foreach (var file in files)
        {
            IReadOnlyList<StarExample> examples;
            try
            {
                examples = StarExamples.Read(file.FullName);
            }
            catch (FormatException exception)
            {
                Console.Error.WriteLine(exception.Message);
                return 1;
            }

            var clock = Stopwatch.StartNew();
            var rows = examples.Select(example => (example.Labels, Found(mapper, scorer, example.Text))).ToArray();
            var elapsed = clock.Elapsed;
            var evaluation = StarEvaluation.Of(rows);
            Print(file.Name, evaluation, examples.Count / elapsed.TotalSeconds);
            lines.Add(ToJson(evaluation));
        }

        foreach (var line in lines) Console.WriteLine(line);
        return 0;
    }

    private static int Found(StarMapper mapper, HybridSentimentScorer scorer, string text)
    {
        var mention = MentionParser.Default.Parse(text);
        var bits = 0;
        foreach (var finding in mapper.Map(mention, scorer.Score(mention))) bits |= 1 << (((int)finding.Point * 2) + (int)finding.Direction);
        return bits;
    }

    private static void Print(string name, StarEvaluation evaluation, double speed)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {evaluation.Count} texts, {speed:0} a second with parsing and sentiment"));
        Row("micro-F1", evaluation.MicroF1, evaluation.Interval());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"macro-F1",-16} {evaluation.MacroF1:.000}"));
        for (var point = 0; point < Keys.Length; point++)
        {
            Row(Keys[point], evaluation.F1Of((StarPoint)point), evaluation.Interval((StarPoint)point));
            for (var direction = 0; direction < 2; direction++)
            {
                var (f1, precision, recall) = evaluation.Of((point * 2) + direction);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {(direction == 0 ? '+' : '-')} F1 {f1:.000}  precision {precision:.000}  recall {recall:.000}"));
            }
        }

        Row("recall of none", evaluation.NoneRecall, evaluation.Interval(none: true));
    }

    private static void Row(string name, double value, (double Low, double High) interval) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-16} {value:.000}  ({interval.Low:.000} to {interval.High:.000})"));

    private static string ToJson(StarEvaluation evaluation)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("microF1", Math.Round(evaluation.MicroF1, 4));
            json.WriteNumber("macroF1", Math.Round(evaluation.MacroF1, 4));
            json.WriteNumber("noneRecall", Math.Round(evaluation.NoneRecall, 4));
            json.WriteStartObject("points");
            for (var point = 0; point < Keys.Length; point++) json.WriteNumber(Keys[point], Math.Round(evaluation.F1Of((StarPoint)point), 4));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
