using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workbench;

/// <summary>Writes one JSON object a line to standard output.</summary>
internal sealed class JsonLine : IDisposable
{
    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public JsonLine() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions
    {
        // The text goes to a terminal or a program, not into a page: readable beats escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public void Write(Action<Utf8JsonWriter> members)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        members(_json);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        _output.Write(_buffer.WrittenSpan);
    }

    public void Dispose()
    {
        _output.Flush();
        _json.Dispose();
        _output.Dispose();
    }
}
