namespace Engagement.Architecture;

/// <summary>The checkout that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Engagement.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from inside a checkout: Engagement.Core.sln was not found above " + AppContext.BaseDirectory);
    }
}
