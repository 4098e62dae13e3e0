using System.Text;
using System.Text.Json;
using Engagement;
using Engagement.Mentions;
using Engagement.Text;
using Engagement.Training;

namespace Workbench;

/// <summary>Reads standard input line by line; a line that cannot be read is said, and the rest goes on.</summary>
internal sealed class InputReader(bool jsonLines, string field, Platform platform, QuestionAsked asked = QuestionAsked.Open, bool acceptMentions = false)
{
    /// <summary>Whether some line could not be read.</summary>
    public bool SawFault { get; private set; }

    public async IAsyncEnumerable<InputLine> ReadAsync()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        for (var number = 1; await input.ReadLineAsync() is { } line; number++)
        {
            var read = jsonLines || (acceptMentions && line.StartsWith('{')) ? ReadObject(number, line) : new InputLine(number, Of(number, line, asked), null);
            if (read.Fault is { } fault)
            {
                SawFault = true;
                await Console.Error.WriteLineAsync($"line {number}: {fault}");
            }

            yield return read;
        }
    }

    private InputLine ReadObject(int number, string line)
    {
        if (acceptMentions && MentionJson.Parse(line).Mention is { } mention) return new InputLine(number, mention, null);
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Unread(number, "expected a JSON object");
            if (!document.RootElement.TryGetProperty(field, out var text)) return Unread(number, $"has no field \"{field}\"");
            if (text.ValueKind != JsonValueKind.String) return Unread(number, $"field \"{field}\" is not a string");
            return new InputLine(number, Of(document.RootElement, number, TextOf(text)), null);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Unread(number, "is not JSON: " + failure.Message);
        }
    }

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of an escaped pair.
            return JsonEscapes.TryUnescape(Encoding.UTF8.GetBytes(text.GetRawText()[1..^1])) ?? throw new JsonException("a text is not valid UTF-8");
        }
    }

    private static InputLine Unread(int number, string fault) => new(number, null, fault);

    // Where the data has the question asked in a field "q", the text is an answer to a survey.
    private Mention Of(JsonElement element, int number, string text) =>
        element.TryGetProperty("q", out var question) && question.ValueKind == JsonValueKind.String
            ? Of(number, text, QuestionWording.Of(TextOf(question))) with { Platform = Platform.Survey }
            : Of(number, text, asked);

    private Mention Of(int number, string text, QuestionAsked question) => new()
    {
        Id = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Text = text,
        Platform = platform,
        Asked = question,
    };
}
