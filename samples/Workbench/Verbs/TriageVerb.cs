using System.CommandLine;
using System.Text.Json;
using Engagement;
using Engagement.Sentiment;
using Engagement.Triage;

namespace Workbench.Verbs;

/// <summary><c>triage</c>: which posts cannot wait for a digest. Not a crisis detector.</summary>
internal static class TriageVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var command = new Command("triage", "Which posts cannot wait for a digest. Rules over words and learned weights: not a crisis detector, and never the only route.") { options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) =>
        {
            var profile = options.ReadProfile(arguments);
            var scorer = HybridSentimentScorer.Create(profile?.Lexicon);
            var assessor = UrgencyAssessor.Create(profile?.Triage);
            return LineFilter.RunAsync(arguments, options, (mention, workspace) =>
            {
                var parsed = MentionParser.Default.Parse(mention, workspace);
                var urgency = assessor.Assess(parsed, scorer.Score(parsed));
                return new LineAnswer(() => Print(mention.Text, urgency), (writer, offsets) => Write(writer, offsets, urgency));
            });
        });
        return command;
    }

    private static void Print(string text, Urgency urgency)
    {
        Readable.Out.Write(new Spectre.Console.Text($"{urgency.Severity} {(urgency.IsUrgent ? "URGENT" : "can wait"),-8}  "));
        Readable.WriteMarked(text, urgency.Findings.SelectMany(finding => finding.Evidence).Select(item => item.Span), "bold red");
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, Urgency urgency)
    {
        writer.WriteBoolean("urgent", urgency.IsUrgent);
        writer.WriteNumber("severity", urgency.Severity);
        writer.WriteStartArray("kinds");
        foreach (var kind in urgency.Findings.Select(finding => finding.Kind).Distinct()) writer.WriteStringValue(Names.Of(kind));
        writer.WriteEndArray();
        Spans.Write(writer, "spans", urgency.Findings.SelectMany(finding => finding.Evidence), offsets);
    }
}
