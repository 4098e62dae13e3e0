using System.Text.Json;

namespace Workbench;

/// <summary>What a verb says of one line.</summary>
/// <param name="Print">For a person.</param>
/// <param name="Write">The members of the JSON object after <c>line</c>; spans go through the converter.</param>
internal sealed record LineAnswer(Action Print, Action<Utf8JsonWriter, SpanConverter> Write);
