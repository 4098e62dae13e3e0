namespace Engagement.Conformance;

/// <summary>Other people's suites, which lie outside the repository: in the folder that ENGAGEMENT_DATA names, or in ../shared/data beside its root.</summary>
internal static class SharedData
{
    /// <summary>The folder; null where there is none, as in a user's clone.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Whether the file or folder is there.</summary>
    public static bool Has(string path) => Root is { } root && Path.Exists(Path.Combine(root, path));

    /// <summary>Path of a file or folder; where it is missing the test says that it was skipped.</summary>
    public static string PathOrSkip(string path)
    {
        if (!Has(path)) Assert.Skip($"shared/data/{path} is not here; set ENGAGEMENT_DATA to the folder that has it.");
        return Path.Combine(Root!, path);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ENGAGEMENT_DATA") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (!File.Exists(Path.Combine(directory.FullName, "Engagement.Core.sln"))) continue;
            var beside = Path.Combine(directory.Parent?.FullName ?? directory.FullName, "shared", "data");
            return Directory.Exists(beside) ? beside : null;
        }

        return null;
    }
}
