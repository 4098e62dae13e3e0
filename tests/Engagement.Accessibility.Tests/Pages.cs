namespace Engagement.Samples;

/// <summary>The pages that are judged, made once by the sample programs.</summary>
public sealed class Pages : IDisposable
{
    private const string OneMention = """
        {"id":"x-1","platform":"x","author":{"handle":"somebody","displayName":"Somebody Grateful"},"text":"Thank you Ward 7, you were kind to my dad and made him laugh.","published":"2026-11-17T10:00:00Z"}
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _made = [];

    public void Dispose() => _folder.Dispose();

    public string Html(string name)
    {
        if (_made.TryGetValue(name, out var html)) return html;
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        var run = name switch
        {
            "full digest" => Run("WeeklyDigest", folder, "--format", "html"),
            "digest of a ward" => Run("WeeklyDigest", folder, "--audience", "ward-7", "--format", "html"),
            "newsletter" => Run("WeeklyDigest", folder, "--audience", "newsletter", "--format", "html"),
            "empty digest" => Run("WeeklyDigest", folder, "--window", "2026-06-01/2026-06-08", "--format", "html"),
            "digest of one mention" => Run("WeeklyDigest", folder, "--window", "2026-11-16/2026-11-23", "--audience", "ward-7", "--format", "html", _folder.Write("one.jsonl", OneMention)),
            "chat report" => Run("ChatReport", folder, "--format", "html"),
            "campaign report" => Run("CampaignReport", folder, "--format", "html"),
            _ => throw new ArgumentException(name, nameof(name)),
        };
        run.ExitCode.Should().Be(0, run.Error);
        return _made[name] = File.ReadAllText(Directory.GetFiles(folder, "*.html").Single());
    }

    private static SampleResult Run(string program, string folder, params string[] arguments) => SampleProgram.Run(program, [.. arguments, "--out", folder]);
}
