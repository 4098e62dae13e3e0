using System.CommandLine;
using Engagement;
using Engagement.Sentiment;
using Engagement.Star;

namespace Workbench.Verbs;

/// <summary><c>star</c>: which points of the staff engagement star each post touches.</summary>
internal static class StarVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var command = new Command("star", "Which points of the staff engagement star each post touches, and in which direction.") { options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) => RunAsync(arguments, options));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options)
    {
        var profile = options.ReadProfile(arguments);
        var scorer = HybridSentimentScorer.Create(profile?.Lexicon);
        var mapper = StarMapper.Create(profile?.Star);
        var input = Inputs.Of(arguments, options);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var parsed = MentionParser.Default.Parse(mention, workspace);
            var findings = mapper.Map(parsed, scorer.Score(parsed));
            if (json is null)
            {
                Readable.WriteMarked(mention.Text, findings.SelectMany(finding => finding.Evidence).Select(item => item.Evidence.Span), "bold yellow");
                foreach (var finding in findings)
                    Readable.WriteLine($"  {Names.Of(finding.Direction)} {Names.Of(finding.Point)} ({finding.Confidence:0.00})");
                continue;
            }

            var offsets = new SpanConverter(mention.Text, unit);
            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                writer.WriteStartArray("points");
                foreach (var finding in findings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("point", Names.Of(finding.Point));
                    writer.WriteString("direction", Names.Of(finding.Direction));
                    writer.WriteNumber("confidence", finding.Confidence);
                    Spans.Write(writer, "spans", finding.Evidence.Select(item => item.Evidence), offsets);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }
}
