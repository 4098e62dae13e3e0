using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Engagement.Architecture;

/// <summary>Folder = feature, and features depend one way. Checked on symbols, since using directives alone miss names.</summary>
public sealed class FolderDirectionTests
{
    // What each folder may use directly; "uses" is transitive.
    private static readonly Dictionary<string, string[]> Uses = new()
    {
        ["Text"] = [],
        ["Mentions"] = ["Text"],
        ["Queries"] = ["Mentions"],
        ["Learning"] = ["Text"],
        ["Sentiment"] = ["Mentions", "Learning"],
        ["Star"] = ["Queries", "Sentiment"],
        ["Organizations"] = ["Queries"],
        ["Triage"] = ["Queries", "Sentiment"],
        ["Privacy"] = ["Mentions"],
        ["Profiles"] = ["Star", "Organizations", "Triage", "Privacy"],
        ["Reading"] = ["Profiles"],
        ["Digests"] = ["Reading"],
        ["Rendering"] = ["Digests"],
        ["DependencyInjection"] = ["Rendering"],
    };

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public void No_folder_of_Core_reaches_to_its_right()
    {
        var core = Repository.PathOf("src", "Engagement.Core");
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(core, file))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Engagement.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("core", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var checkedNames = 0;
        var offences = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in trees.Where(tree => tree.FilePath.Length > 0))
        {
            var folder = FolderOf(core, tree.FilePath);
            Uses.Should().ContainKey(folder, "every folder of Core has its place in the design");
            var allowed = Reach(folder);
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if (symbol is null or INamespaceSymbol) continue;
                foreach (var declaration in symbol.OriginalDefinition.DeclaringSyntaxReferences)
                {
                    var target = FolderOf(core, declaration.SyntaxTree.FilePath);
                    checkedNames++;
                    if (!allowed.Contains(target))
                        offences.Add($"{Path.GetRelativePath(core, tree.FilePath)} uses {symbol.ToDisplayString()} of {target}");
                }
            }
        }

        checkedNames.Should().BeGreaterThan(1_000, "a check that resolves nothing proves nothing");
        offences.Should().BeEmpty();
    }

    private static HashSet<string> Reach(string folder)
    {
        var reach = new HashSet<string> { folder };
        var open = new Stack<string>(reach);
        while (open.TryPop(out var next))
        {
            foreach (var used in Uses[next])
            {
                if (reach.Add(used)) open.Push(used);
            }
        }

        return reach;
    }

    private static string FolderOf(string core, string file) => Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0];

    private static bool IsBuildOutput(string core, string file) => FolderOf(core, file) is "bin" or "obj";
}
