using System.Text.Json;
using Engagement.Text;

namespace Engagement.Profiles;

/// <summary>
/// What a value of the file may look like: one description from which the reader takes its checks and the JSON Schema its words.
/// </summary>
/// <typeparam name="T">What it is read as.</typeparam>
internal abstract class Shape<T>(string description)
{
    /// <summary>In the words of a fault: "expected …".</summary>
    public string Description { get; } = description;

    /// <summary>Reads a value; null, with the faults noted, when it has another shape.</summary>
    public abstract T? Read(JsonElement element, string path, DraftReader reader);

    public abstract void WriteSchema(Utf8JsonWriter schema);

    protected T? Misshapen(JsonElement element, string path, DraftReader reader)
    {
        reader.Fault(path, DraftReader.Quote(element), Description);
        return default;
    }
}

/// <summary>Text that is not blank.</summary>
internal sealed class TextShape(string description, string? pattern = null) : Shape<Field<string>>(description)
{
    public override Field<string>? Read(JsonElement element, string path, DraftReader reader)
    {
        if (element.ValueKind != JsonValueKind.String || DraftReader.TextOf(element) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return Misshapen(element, path, reader);
        }

        return new Field<string>(text.Trim(), path, DraftReader.Quote(text));
    }

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "string");
        schema.WriteNumber("minLength", 1);
        if (pattern is not null) schema.WriteString("pattern", pattern);
    }
}

/// <summary>True or false.</summary>
internal sealed class FlagShape(string description) : Shape<Field<bool>>(description)
{
    public override Field<bool>? Read(JsonElement element, string path, DraftReader reader) =>
        element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new Field<bool>(element.GetBoolean(), path, DraftReader.Quote(element))
            : Misshapen(element, path, reader);

    public override void WriteSchema(Utf8JsonWriter schema) => schema.WriteString("type", "boolean");
}

/// <summary>A number; the range is checked by the validator, which takes it from here.</summary>
internal sealed class NumberShape(string description, double minimum, double maximum, bool whole) : Shape<Field<double>>(description)
{
    public bool Holds(double value) => value >= minimum && value <= maximum && (!whole || value == Math.Floor(value));

    public override Field<double>? Read(JsonElement element, string path, DraftReader reader) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && double.IsFinite(value)
            ? new Field<double>(value, path, DraftReader.Quote(element))
            : Misshapen(element, path, reader);

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        schema.WriteString("type", whole ? "integer" : "number");
        schema.WriteNumber("minimum", minimum);
        schema.WriteNumber("maximum", maximum);
    }
}

/// <summary>One of a closed list of words, read without regard to case.</summary>
internal sealed class WordShape<T>(string description, params (string Word, T Value)[] words) : Shape<Field<T>>(description)
{
    public IReadOnlyList<(string Word, T Value)> Words => words;

    public override Field<T>? Read(JsonElement element, string path, DraftReader reader)
    {
        if (element.ValueKind == JsonValueKind.String && DraftReader.TextOf(element) is { } text)
        {
            foreach (var (word, value) in words)
            {
                if (word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) return new Field<T>(value, path, DraftReader.Quote(text));
            }

            reader.Fault(path, DraftReader.Quote(text), $"{Description}: {Choices()}{Spelling.Suggest(text, words.Select(pair => pair.Word))}");
            return null;
        }

        reader.Fault(path, DraftReader.Quote(element), $"{Description}: {Choices()}");
        return null;
    }

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("enum");
        foreach (var (word, _) in words) schema.WriteStringValue(word);
        schema.WriteEndArray();
    }

    private string Choices() => "one of " + string.Join(", ", words.Select(pair => pair.Word));
}

/// <summary>A list of values of one shape; members that are misshapen are left out and reported.</summary>
internal sealed class ListShape<T>(string description, Shape<T> item) : Shape<List<T>>(description)
    where T : class
{
    public override List<T>? Read(JsonElement element, string path, DraftReader reader)
    {
        if (element.ValueKind != JsonValueKind.Array) return Misshapen(element, path, reader);
        var items = new List<T>(element.GetArrayLength());
        var index = 0;
        foreach (var member in element.EnumerateArray())
        {
            var place = DraftReader.PathOf(path, index++);
            reader.Reach(place);
            if (item.Read(member, place, reader) is { } read) items.Add(read);
        }

        return items;
    }

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "array");
        schema.WriteStartObject("items");
        item.WriteSchema(schema);
        schema.WriteEndObject();
    }
}

/// <summary>A text, or an object whose only key <c>text</c> holds it.</summary>
internal sealed class TextOrObjectShape(string description, TextShape text) : Shape<Field<string>>(description)
{
    private readonly ObjectShape<Holder> _object = new ObjectShape<Holder>(description)
        .Required("text", text, (holder, value) => holder.Text = value);

    public override Field<string>? Read(JsonElement element, string path, DraftReader reader) =>
        element.ValueKind == JsonValueKind.Object ? _object.Read(element, path, reader)?.Text : text.Read(element, path, reader);

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        text.WriteSchema(schema);
        schema.WriteEndObject();
        schema.WriteStartObject();
        _object.WriteSchema(schema);
        schema.WriteEndObject();
        schema.WriteEndArray();
    }

    private sealed class Holder : Draft
    {
        public Field<string>? Text { get; set; }
    }
}
