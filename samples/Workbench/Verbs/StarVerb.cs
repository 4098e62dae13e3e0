using System.CommandLine;
using System.Text.Json;
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
        command.SetAction((arguments, _) =>
        {
            var profile = options.ReadProfile(arguments);
            var scorer = HybridSentimentScorer.Create(profile?.Lexicon);
            var mapper = StarMapper.Create(profile?.Star);
            return LineFilter.RunAsync(arguments, options, (mention, workspace) =>
            {
                var parsed = MentionParser.Default.Parse(mention, workspace);
                var findings = mapper.Map(parsed, scorer.Score(parsed));
                return new LineAnswer(() => Print(mention.Text, findings), (writer, offsets) => Write(writer, offsets, findings));
            });
        });
        return command;
    }

    private static void Print(string text, IReadOnlyList<StarFinding> findings)
    {
        Readable.WriteMarked(text, findings.SelectMany(finding => finding.Evidence).Select(item => item.Evidence.Span), "bold yellow");
        foreach (var finding in findings)
            Readable.WriteLine($"  {Names.Of(finding.Direction)} {Names.Of(finding.Point)} ({Readable.Share(finding.Confidence)})");
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, IReadOnlyList<StarFinding> findings)
    {
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
    }
}
