using System.CommandLine;
using System.Text.Json;
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
        command.SetAction((arguments, _) =>
        {
            var reader = FeedbackReader.Create(options.ReadProfile(arguments)!);
            return LineFilter.RunAsync(
                arguments,
                options,
                (mention, workspace) =>
                {
                    var feedback = reader.Read(mention, workspace);
                    return new LineAnswer(() => Print(feedback), (writer, _) => Write(writer, feedback));
                },
                acceptMentions: true);
        });
        return command;
    }

    private static void Write(Utf8JsonWriter writer, Feedback feedback)
    {
        using var document = JsonDocument.Parse(FeedbackJson.Write(feedback));
        foreach (var member in document.RootElement.EnumerateObject()) member.WriteTo(writer);
    }

    private static void Print(Feedback feedback)
    {
        Readable.WriteLine(feedback.Text.Text);
        Readable.WriteLine($"  {Names.Snake(feedback.Sentiment.Label.ToString())} {Readable.Signed(feedback.Sentiment.Score)}, {Names.Snake(feedback.Voice.ToString())} voice"
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
