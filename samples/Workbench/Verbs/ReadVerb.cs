using System.CommandLine;
using Engagement;
using Engagement.Reading;

namespace Workbench.Verbs;

/// <summary><c>read</c>: the whole feedback of each line.</summary>
internal static class ReadVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        options.Profile.Required = true;
        var command = new Command("read", "The whole feedback of each line, which is a text or a mention in the library's own JSON form.") { options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) => RunAsync(arguments, options));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options)
    {
        var reader = FeedbackReader.Create(options.ReadProfile(arguments)!);
        var input = Inputs.Of(arguments, options, acceptMentions: true);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var feedback = reader.Read(mention, workspace);
            if (json is null)
            {
                Print(feedback);
                continue;
            }

            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                writer.WritePropertyName("feedback");
                writer.WriteRawValue(FeedbackJson.Write(feedback), skipInputValidation: true);
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }

    private static void Print(Feedback feedback)
    {
        Readable.WriteLine(feedback.Text.Text);
        Readable.WriteLine($"  {Names.Snake(feedback.Sentiment.Label.ToString())} {feedback.Sentiment.Score:+0.00;-0.00;0.00}, {Names.Snake(feedback.Voice.ToString())} voice"
            + (feedback.Urgency.IsUrgent ? $", URGENT severity {feedback.Urgency.Severity}" : ""));
        Say("concerns", feedback.Routing.Routes.Select(route => route.Id));
        Say("star", feedback.Star.Select(finding => Names.Of(finding.Direction) + Names.Of(finding.Point)));
        Say("queries", feedback.Queries.Select(match => match.Id));
        Say("campaigns", feedback.Campaigns);
    }

    private static void Say(string what, IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        if (list.Length > 0) Readable.WriteLine($"  {what}: {list}");
    }
}
