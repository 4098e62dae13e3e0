using System.Globalization;
using Engagement.Sentiment;
using Engagement.Training;
using Spectre.Console;

namespace TrainSentiment;

/// <summary>Reads, trains, measures, writes.</summary>
internal static class Training
{
    private const double ValidationShare = 0.2;
    private const int FewestExamples = 100;
    private const int Steps = 80;

    private static readonly SentimentLabel[] Labels = [SentimentLabel.Negative, SentimentLabel.Neutral, SentimentLabel.Positive];

    public static int Run(FileInfo file, Columns columns, FileInfo output, bool alone)
    {
        var (examples, problems) = LabelledCsv.Read(file, columns);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (examples.Count < FewestExamples)
        {
            Console.Error.WriteLine($"{examples.Count} labelled comments are too few to learn from: expected at least {FewestExamples}.");
            return problems.Count > 0 && examples.Count == 0 ? 2 : 1;
        }

        var start = alone ? SentimentTrainer.FromLexicon() : SentimentModel.Default;
        var (training, validation) = SentimentTrainer.Split(examples, ValidationShare);
        if (training.Select(example => example.Label).Distinct().Count() < 2)
        {
            Console.Error.WriteLine("All comments have the same label: expected at least two different ones.");
            return 1;
        }

        var model = Train(training, validation, start, CardOf(file, training.Count, validation.Count, start));
        Show($"{validation.Count} comments kept out of training", SentimentEvaluation.Of(validation, HybridSentimentScorer.Create(model)));
        Compare("the words of the lexicon alone", validation, LexiconSentimentScorer.Create());
        Compare("the model that the library ships", validation, HybridSentimentScorer.Create());
        File.WriteAllBytes(output.FullName, model.ToBytes());
        output.Refresh();
        AnsiConsole.MarkupLineInterpolated($"[green]{output.FullName}[/]: {output.Length} bytes, {model.FeatureCount} features, SHA-256 {model.Hash}");
        return problems.Count > 0 ? 1 : 0;
    }

    private static SentimentModel Train(IReadOnlyList<SentimentExample> training, IReadOnlyList<SentimentExample> validation, SentimentModel start, string card) =>
        AnsiConsole.Progress().Start(progress =>
        {
            var search = progress.AddTask("Finding how far to trust them", maxValue: PenaltySearch.Trainings);
            var task = progress.AddTask($"Training on {training.Count} comments", maxValue: Steps);
            var options = new SentimentTrainerOptions { Start = start, Iterations = Steps, Card = card, Progress = (step, _) => task.Value = step };
            var model = SentimentTrainer.Train(training, validation, PenaltySearch.Choose(training, options, done => search.Value = done));
            task.Value = Steps;
            return model;
        });

    private static void Compare(string name, IReadOnlyList<SentimentExample> validation, ISentimentScorer scorer)
    {
        var evaluation = SentimentEvaluation.Of(validation, scorer);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"for comparison, {name}: {FiguresOf(evaluation)}"));
    }

    private static string FiguresOf(SentimentEvaluation evaluation) => string.Create(CultureInfo.InvariantCulture,
        $"accuracy {evaluation.Accuracy:.000}, macro-recall {evaluation.MacroRecall:.000}, calibration error {evaluation.CalibrationError:.000}");

    private static void Show(string title, SentimentEvaluation evaluation)
    {
        var table = new Table().Title(title).AddColumn("labelled").AddColumn("said negative").AddColumn("said neutral").AddColumn("said positive").AddColumn("found");
        foreach (var truth in Labels)
        {
            var cells = Labels.Select(answer => evaluation.Confusion(truth, answer).ToString(CultureInfo.InvariantCulture));
            table.AddRow([truth.ToString().ToLowerInvariant(), .. cells, evaluation.Recall(truth).ToString("P0", CultureInfo.InvariantCulture)]);
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(FiguresOf(evaluation));
    }

    private static string CardOf(FileInfo file, int training, int validation, SentimentModel start) => $"""
        # Model card: sentiment, trained on a trust's own comments
        Learned from {training} comments of {file.Name}, calibrated and measured on {validation} others. No handle, link or digit is a feature, nor anything that fewer than
        5 different comments have. It began as another model, {start.Hash}, whose card follows.

        {start.Card}
        """;
}
