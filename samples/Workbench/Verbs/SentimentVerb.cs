using System.CommandLine;
using Engagement;
using Engagement.Sentiment;

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
        command.SetAction((arguments, _) => RunAsync(
            arguments,
            options,
            Scorers.Of(arguments.GetValue(scorer)!, options.ReadProfile(arguments)?.Lexicon),
            Asked.Of(arguments.GetValue(asked)!) ?? QuestionAsked.Open));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options, ISentimentScorer scorer, QuestionAsked asked)
    {
        var input = Inputs.Of(arguments, options, asked);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var score = scorer.Score(MentionParser.Default.Parse(mention, workspace));
            if (json is null)
            {
                Readable.Out.Write(new Spectre.Console.Text($"{Names.Snake(score.Label.ToString()),-11} {score.Score:+0.00;-0.00;0.00}  "));
                Readable.WriteMarked(mention.Text, score.Evidence.Select(item => item.Evidence.Span), score.Score < 0 ? "red" : "green");
                continue;
            }

            var offsets = new SpanConverter(mention.Text, unit);
            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
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
                    var (start, end) = offsets.Convert(item.Evidence.Span);
                    writer.WriteStartObject();
                    writer.WriteNumber("start", start);
                    writer.WriteNumber("end", end);
                    writer.WriteNumber("contribution", item.Contribution);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }
}
