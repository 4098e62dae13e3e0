using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Engagement.Profiles;

/// <summary>File to profile: shape, then content, then all faults in the order of the file.</summary>
internal static class ProfileReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TrustProfileResult Read(string json)
    {
        var text = json.AsSpan().TrimStart('\uFEFF').ToString();
        if (string.IsNullOrWhiteSpace(text)) return Failed(new ProfileFault("$", "an empty file", ProfileShape.Profile.Description));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Options);
        }
        catch (JsonException exception)
        {
            return Failed(Malformed(text, exception));
        }

        using (document)
        {
            var reader = new DraftReader();
            reader.Reach("$");
            var draft = ProfileShape.Profile.Read(document.RootElement, "$", reader);
            if (draft is null) return Failed([.. reader.Faults]);
            var references = new ProfileReferences(draft);
            foreach (var failure in new ProfileValidator(references).Validate(draft).Errors)
            {
                reader.Faults.Add((ProfileFault)failure.CustomState with { Expected = failure.ErrorMessage });
            }

            if (reader.Faults.Count == 0) return new TrustProfileResult(ProfileBuilder.Build(draft, references), []);
            return Failed([.. reader.Faults.Distinct().OrderBy(fault => reader.OrderOf(fault.Path))]);
        }
    }

    private static TrustProfileResult Failed(params ProfileFault[] faults) => new(null, faults);

    // The reader counts lines from 0 and columns in bytes; a person counts both from 1 and columns in characters.
    private static ProfileFault Malformed(string text, JsonException exception)
    {
        var line = (int)(exception.LineNumber ?? 0);
        var start = 0;
        for (var skipped = 0; skipped < line; skipped++) start = text.IndexOf('\n', start) + 1;
        var end = text.IndexOf('\n', start);
        var bytes = exception.BytePositionInLine ?? 0;
        var at = start;
        for (var limit = end < 0 ? text.Length : end; at < limit && bytes > 0;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            bytes -= rune.Utf8SequenceLength;
            at += length;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {at - start + 1}");
        var found = at >= text.Length ? "the end of the file" : text[at] is '\n' or '\r' ? "the end of the line" : DraftReader.Quote(text[at..Math.Min(text.Length, at + 12)].Split('\n')[0]);
        return new ProfileFault("$", $"{found} at {place}", "JSON (comments and trailing commas are allowed)");
    }
}
