using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Mentions;

namespace Engagement.Reading;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(MentionConverter)])]
[JsonSerializable(typeof(FeedbackEnvelope))]
internal sealed partial class FeedbackJsonContext : JsonSerializerContext
{
    /// <summary>The mention keeps its own form, which sources and other programs read as well.</summary>
    internal sealed class MentionConverter : JsonConverter<Mention>
    {
        public override Mention Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var element = JsonDocument.ParseValue(ref reader);
            var result = MentionJson.Parse(element.RootElement.GetRawText());
            return result.Mention ?? throw new JsonException(result.Reason);
        }

        public override void Write(Utf8JsonWriter writer, Mention value, JsonSerializerOptions options) => MentionJson.Write(writer, value);
    }
}
