using System.Text;

namespace Engagement.Sources;

/// <summary>Reads bytes or text as a file would be read.</summary>
internal static class Reading
{
    public static Task<List<SourceOutcome>> TextAsync(string text, MentionFileOptions? options = null, string name = "file") =>
        BytesAsync(Encoding.UTF8.GetBytes(text), options, name);

    public static Task<List<SourceOutcome>> BytesAsync(byte[] bytes, MentionFileOptions? options = null, string name = "file") =>
        StreamAsync(new MemoryStream(bytes), options, name);

    public static async Task<List<SourceOutcome>> StreamAsync(Stream stream, MentionFileOptions? options = null, string name = "file")
    {
        var outcomes = new List<SourceOutcome>();
        await foreach (var outcome in MentionFile.ReadAsync(stream, name, options)) outcomes.Add(outcome);
        return outcomes;
    }

    public static List<Mention> Mentions(this IEnumerable<SourceOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.Mention is not null).Select(outcome => outcome.Mention!)];

    public static List<SourceProblem> Problems(this IEnumerable<SourceOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => outcome.Problem!)];
}
