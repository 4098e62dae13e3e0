using Engagement;

namespace WeeklyDigest;

internal static class DigestFileName
{
    /// <summary>Such as <c>ward-7_2026-11-16_2026-11-23</c>.</summary>
    public static string Of(Audience audience, DigestWindow window) =>
        $"{audience.Options?.Id ?? audience.Key ?? "trust"}_{window}".Replace('/', '_').Replace(":", "", StringComparison.Ordinal);
}
