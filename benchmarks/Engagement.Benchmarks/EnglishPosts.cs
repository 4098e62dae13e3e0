using System.Globalization;

namespace Engagement.Benchmarks;

/// <summary>The bundled English posts and the sample trust, beside the program.</summary>
internal static class EnglishPosts
{
    public static List<Mention> Read() => ToMentions(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "english.txt")));

    public static TrustProfile ReadProfile() =>
        TrustProfile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "profile.json"))).GetValueOrThrow();

    public static List<Mention> ToMentions(IEnumerable<string> texts) =>
        [.. texts.Where(text => text.Length > 0).Select((text, i) => new Mention { Id = i.ToString(CultureInfo.InvariantCulture), Text = text, Platform = Platform.X })];
}
