using System.Text.Json;
using Engagement.Mentions;

namespace Engagement.Sources.Json;

/// <summary>One JSON object to mentions: finds out which platform's shape it has, and remembers, since files rarely mix.</summary>
internal sealed class JsonItemReader(string source, MentionFileOptions options)
{
    private JsonShape _shape;

    /// <summary>Reads an object.</summary>
    /// <param name="item">UTF-8; meant to be one object.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="ready">Takes the outcomes: one, or those of the page.</param>
    public void Read(ReadOnlySpan<byte> item, string place, List<SourceOutcome> ready)
    {
        var before = ready.Count;
        string? fault = null;
        if (_shape != JsonShape.Unknown && TryRead(item, _shape, place, ready, out fault)) return;

        ready.RemoveRange(before, ready.Count - before);
        string names;
        JsonShape shape;
        try
        {
            shape = JsonShapes.Find(item, options.MaximumDepth, out names);
        }
        catch (JsonException broken)
        {
            ready.Add(Fail(place, Describe(broken)));
            return;
        }

        if (shape == JsonShape.Unknown)
        {
            ready.Add(Fail(place, $"this is no post or page of a kind that is known; its fields are {names}"));
            return;
        }

        if (shape == _shape && fault is not null)
        {
            ready.Add(Fail(place, fault));
            return;
        }

        _shape = shape;
        if (!TryRead(item, shape, place, ready, out fault))
        {
            ready.RemoveRange(before, ready.Count - before);
            ready.Add(Fail(place, fault));
        }
    }

    private bool TryRead(ReadOnlySpan<byte> item, JsonShape shape, string place, List<SourceOutcome> ready, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? fault)
    {
        fault = null;
        if (shape == JsonShape.Own)
        {
            var result = MentionJson.Parse(item);
            if (!result.IsMention)
            {
                fault = result.Reason;
                return false;
            }

            ready.Add(Checked(result.Mention, place));
            return true;
        }

        fault = "not known yet";
        return false;
    }

    private SourceOutcome Checked(Mention mention, string place) =>
        mention.Text.Length > options.MaximumItemCharacters
            ? Fail(place, $"the text is longer than {options.MaximumItemCharacters} characters")
            : SourceOutcome.Read(mention);

    private string Describe(JsonException broken) => broken.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
        ? $"the item nests deeper than {options.MaximumDepth} levels"
        : $"this is not valid JSON (byte {(broken.BytePositionInLine ?? 0) + 1} of its line {(broken.LineNumber ?? 0) + 1})";

    private SourceOutcome Fail(string place, string reason) => SourceOutcome.Failed(new SourceProblem(source, place, reason));
}
