using System.CommandLine;
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
        var command = new Command("triage", "Which posts cannot wait for a digest. Rules over words: not a crisis detector, and never the only route.") { options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) => RunAsync(arguments, options));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options)
    {
        var profile = options.ReadProfile(arguments);
        var scorer = HybridSentimentScorer.Create(profile?.Lexicon);
        var assessor = UrgencyAssessor.Create(profile?.Triage);
        var input = Inputs.Of(arguments, options);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var parsed = MentionParser.Default.Parse(mention, workspace);
            var urgency = assessor.Assess(parsed, scorer.Score(parsed));
            if (json is null)
            {
                Readable.Out.Write(new Spectre.Console.Text($"{urgency.Severity} {(urgency.IsUrgent ? "URGENT" : "can wait"),-8}  "));
                Readable.WriteMarked(mention.Text, urgency.Findings.SelectMany(finding => finding.Evidence).Select(item => item.Span), "bold red");
                continue;
            }

            var offsets = new SpanConverter(mention.Text, unit);
            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                writer.WriteBoolean("urgent", urgency.IsUrgent);
                writer.WriteNumber("severity", urgency.Severity);
                writer.WriteStartArray("kinds");
                foreach (var kind in urgency.Findings.Select(finding => finding.Kind).Distinct()) writer.WriteStringValue(Names.Of(kind));
                writer.WriteEndArray();
                Spans.Write(writer, "spans", urgency.Findings.SelectMany(finding => finding.Evidence), offsets);
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }
}
