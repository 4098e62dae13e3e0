using System.Collections.Concurrent;
using YamlDotNet.RepresentationModel;

namespace Engagement.Conformance.TwitterText;

/// <summary>A case of one of twitter-text's conformance files.</summary>
internal sealed record TwitterTextCase(string File, string Category, int Number, string Description, string Text, YamlNode Expected, YamlMappingNode Node)
{
    /// <summary>How a deviation names the case.</summary>
    public string Name => $"{File} {Category} {Number}";
}

/// <summary>Reads the conformance files, and offers their cases as rows.</summary>
internal static class TwitterTextSuite
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<TwitterTextCase>> Files = new();

    /// <summary>Rows of category, number from 0 and description; one row without category where the file is missing, so that the test can say so.</summary>
    public static IEnumerable<TheoryDataRow<string, int, string>> Rows(string file)
    {
        if (!SharedData.Has(PathOf(file))) return [new TheoryDataRow<string, int, string>("", 0, "")];
        return Read(file).Select(one => new TheoryDataRow<string, int, string>(one.Category, one.Number, one.Description));
    }

    /// <summary>The case of a row.</summary>
    public static TwitterTextCase Case(string file, string category, int number)
    {
        SharedData.PathOrSkip(PathOf(file));
        return Read(file).Single(one => one.Category == category && one.Number == number);
    }

    /// <summary>All cases of a file.</summary>
    public static IReadOnlyList<TwitterTextCase> Read(string file) => Files.GetOrAdd(file, static name =>
    {
        using var reader = new StreamReader(SharedData.PathOrSkip(PathOf(name)));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var tests = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["tests"];
        return
        [
            .. from category in tests
               from one in ((YamlSequenceNode)category.Value).Select((node, index) => (Node: (YamlMappingNode)node, Index: index))
               select new TwitterTextCase(
                   name,
                   ((YamlScalarNode)category.Key).Value!,
                   one.Index,
                   Scalar(one.Node["description"]),
                   Scalar(one.Node["text"]),
                   one.Node["expected"],
                   one.Node),
        ];
    });

    public static string Scalar(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    public static int Number(YamlNode node) => int.Parse(Scalar(node), System.Globalization.CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Strings(YamlNode node) => [.. ((YamlSequenceNode)node).Select(Scalar)];

    private static string PathOf(string file) => $"twitter-text/{file}.yml";
}
