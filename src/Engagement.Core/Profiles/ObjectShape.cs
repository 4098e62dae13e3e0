using System.Text.Json;
using Engagement.Text;

namespace Engagement.Profiles;

/// <summary>An object with a closed list of keys. Unknown, repeated and missing keys are faults.</summary>
internal sealed class ObjectShape<T>(string description) : Shape<T>(description)
    where T : Draft, new()
{
    private readonly List<Key> _keys = [];

    /// <summary>A key that has to be there.</summary>
    public ObjectShape<T> Required<TValue>(string name, Shape<TValue> shape, Action<T, TValue> set)
        where TValue : class => Add(name, shape, set, isRequired: true);

    /// <summary>A key that may be missing, or null.</summary>
    public ObjectShape<T> Optional<TValue>(string name, Shape<TValue> shape, Action<T, TValue> set)
        where TValue : class => Add(name, shape, set, isRequired: false);

    public override T? Read(JsonElement element, string path, DraftReader reader)
    {
        if (element.ValueKind != JsonValueKind.Object) return Misshapen(element, path, reader);
        var draft = new T { Path = path };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var name = DraftReader.NameOf(member);
            if (name is null)
            {
                reader.Fault(path, "a key with a broken \\u escape", Expectation(""));
                continue;
            }

            var place = DraftReader.PathOf(path, name);
            reader.Reach(place);
            var key = _keys.Find(known => known.Name == name);
            if (key is null)
            {
                reader.Fault(place, $"the unknown key {DraftReader.Quote(name)}", Expectation(Spelling.Suggest(name, _keys.Select(known => known.Name))));
            }
            else if (!seen.Add(name))
            {
                reader.Fault(place, $"the key {DraftReader.Quote(name)} again", "each key once");
            }
            else if (key.IsRequired || member.Value.ValueKind != JsonValueKind.Null)
            {
                key.Read(draft, member.Value, place, reader);
            }
        }

        foreach (var key in _keys)
        {
            if (key.IsRequired && !seen.Contains(key.Name)) reader.Fault(DraftReader.PathOf(path, key.Name), "nothing", key.Description);
        }

        return draft;
    }

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteBoolean("additionalProperties", false);
        schema.WriteStartObject("properties");
        foreach (var key in _keys)
        {
            schema.WriteStartObject(key.Name);
            schema.WriteString("description", char.ToUpperInvariant(key.Description[0]) + key.Description[1..] + ".");
            key.WriteSchema(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndObject();
        if (!_keys.Exists(key => key.IsRequired)) return;
        schema.WriteStartArray("required");
        foreach (var key in _keys.Where(key => key.IsRequired)) schema.WriteStringValue(key.Name);
        schema.WriteEndArray();
    }

    private ObjectShape<T> Add<TValue>(string name, Shape<TValue> shape, Action<T, TValue> set, bool isRequired)
        where TValue : class
    {
        _keys.Add(new Key(name, isRequired, shape.Description, Read, shape.WriteSchema));
        return this;

        void Read(T draft, JsonElement element, string path, DraftReader reader)
        {
            if (shape.Read(element, path, reader) is { } value) set(draft, value);
        }
    }

    private string Expectation(string suggestion) => $"only the keys {string.Join(", ", _keys.Select(key => key.Name))}{suggestion}";

    private sealed record Key(
        string Name, bool IsRequired, string Description, Action<T, JsonElement, string, DraftReader> Read, Action<Utf8JsonWriter> WriteSchema);
}
