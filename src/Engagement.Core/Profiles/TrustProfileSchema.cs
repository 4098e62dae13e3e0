using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Profiles;

/// <summary>The JSON Schema of a profile file, for editors that complete and check as one types.</summary>
public static class TrustProfileSchema
{
    /// <summary>
    /// JSON Schema, draft 2020-12, made from the same table of keys as <see cref="TrustProfile.Parse"/> reads by; LF line ends. It tells
    /// shapes; references, queries and dates are checked by <see cref="TrustProfile.Parse"/> alone.
    /// </summary>
    public static string Json { get; } = Write();

    private static string Write()
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", "Profile of a trust, Engagement.Core, version 1");
            ProfileShape.Profile.WriteSchema(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
