using System.CommandLine;
using System.Text.Json;
using Engagement;
using Engagement.Mentions;
using Engagement.Sentiment;
using Engagement.Training;

namespace Workbench.Verbs;

/// <summary><c>sentiment</c>: how each post feels, and which words say so.</summary>
internal static class SentimentVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var scorer = new Option<string>("--scorer")
        {
            Description = "hybrid, lexicon, or a model file of your own.",
            DefaultValueFactory = _ => "hybrid",
        };
        var asked = new Option<string>("--asked")
        {
            Description = "What the authors were asked: open, good or improve.",
            DefaultValueFactory = _ => "open",
        };
        asked.AcceptOnlyFromAmong("open", "good", "improve");
        var command = new Command("sentiment", "How each post feels, and which words say so.") { scorer, asked, options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) =>
        {
            var chosen = Scorers.Of(arguments.GetValue(scorer)!, options.ReadProfile(arguments)?.Lexicon);
            return LineFilter.RunAsync(
                arguments,
                options,
                (mention, workspace) =>
                {
                    var score = chosen.Score(MentionParser.Default.Parse(mention, workspace));
                    return new LineAnswer(() => Print(mention.Text, score), (writer, offsets) => Write(writer, offsets, score));
                },
                QuestionWording.Of(arguments.GetValue(asked)));
        });
        return command;
    }

    private static void Print(string text, SentimentScore score)
    {
        Readable.Out.Write(new Spectre.Console.Text($"{Names.Snake(score.Label.ToString()),-11} {Readable.Signed(score.Score)}  "));
        Readable.WriteMarked(text, score.Evidence.Select(item => item.Evidence.Span), score.Score < 0 ? "red" : "green");
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, SentimentScore score)
    {
        writer.WriteString("label", Names.Snake(score.Label.ToString()));
        writer.WriteNumber("score", score.Score);
        writer.WriteNumber("margin", score.Margin);
        writer.WriteStartObject("probabilities");
        writer.WriteNumber("negative", score.Probabilities.Negative);
        writer.WriteNumber("neutral", score.Probabilities.Neutral);
        writer.WriteNumber("positive", score.Probabilities.Positive);
        writer.WriteEndObject();
        writer.WriteNumber("baseline", score.Baseline);
        writer.WriteNumber("other", score.Other);
        writer.WriteStartArray("evidence");
        foreach (var item in score.Evidence)
        {
            writer.WriteStartObject();
            Spans.WritePlace(writer, item.Evidence.Span, offsets);
            writer.WriteNumber("contribution", item.Contribution);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
