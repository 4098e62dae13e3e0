using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Engagement.Sentiment;
using Engagement.Training;

namespace Engagement.Accuracy;

/// <summary><c>sentiment FILE…</c>: how well a scorer's labels fit those of people.</summary>
internal static class SentimentVerb
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "JSON lines: text in t, label in y, question asked in q.", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var scorer = new Option<string>("--scorer") { Description = "hybrid or lexicon.", DefaultValueFactory = _ => "hybrid" };
        var command = new Command("sentiment", "Scores labelled texts and prints accuracy, recall, F1, calibration error and speed by file.") { files, scorer };
        command.SetAction(parse => Run(parse.GetRequiredValue(files), parse.GetRequiredValue(scorer)));
        return command;
    }

    private static int Run(FileInfo[] files, string scorerName)
    {
        ISentimentScorer? scorer = scorerName switch
        {
            "hybrid" => HybridSentimentScorer.Create(),
            "lexicon" => LexiconSentimentScorer.Create(),
            _ => null,
        };
        if (scorer is null)
        {
            Console.Error.WriteLine($"'{scorerName}' is not a scorer: expected hybrid or lexicon.");
            return 2;
        }

        var figures = new List<(string Name, SentimentEvaluation Evaluation)>();
        Console.WriteLine($"{"file",-28} {"n",6} {"acc",6} {"recall",6} {"F1",6} {"neg",6} {"neu",6} {"pos",6} {"ECE",6} {"unsup",6} {"posts/s",9}");
        foreach (var file in files)
        {
            IReadOnlyList<SentimentExample> examples;
            try
            {
                examples = SentimentExamples.ReadJsonLines(file.FullName);
            }
            catch (FormatException exception)
            {
                Console.Error.WriteLine(exception.Message);
                return 1;
            }

            var clock = Stopwatch.StartNew();
            var evaluation = SentimentEvaluation.Of(examples, scorer);
            var speed = examples.Count / clock.Elapsed.TotalSeconds;
            figures.Add((file.Name, evaluation));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file.Name,-28} {evaluation.Count,6} {evaluation.Accuracy,6:.000} {evaluation.MacroRecall,6:.000} {evaluation.MacroF1,6:.000} {evaluation.Recall(SentimentLabel.Negative),6:.000} {evaluation.Recall(SentimentLabel.Neutral),6:.000} {evaluation.Recall(SentimentLabel.Positive),6:.000} {evaluation.CalibrationError,6:.000} {evaluation.Unsupported,6} {speed,9:0}"));
        }

        Console.WriteLine(ToJson(figures));
        return 0;
    }

    private static string ToJson(List<(string Name, SentimentEvaluation Evaluation)> figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, evaluation) in figures)
            {
                json.WriteStartObject(name);
                json.WriteNumber("n", evaluation.Count);
                json.WriteNumber("accuracy", Math.Round(evaluation.Accuracy, 4));
                json.WriteNumber("macroRecall", Math.Round(evaluation.MacroRecall, 4));
                json.WriteNumber("macroF1", Math.Round(evaluation.MacroF1, 4));
                json.WriteNumber("ece", Math.Round(evaluation.CalibrationError, 4));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
