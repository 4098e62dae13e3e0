using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Engagement.Samples;

/// <summary>The README is what a new user tries first: its first code block is compiled and run as written.</summary>
[Collection("current directory")]
public sealed class ReadmeTests
{
    private const string Surroundings = """
        internal sealed class UrgentList : Engagement.IUrgentMentionSink
        {
            public System.Threading.Tasks.ValueTask DeliverAsync(Engagement.Feedback feedback, System.Threading.CancellationToken cancellationToken) => default;
        }
        """;

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public async Task The_first_code_block_compiles_and_writes_a_digest()
    {
        var block = FirstCodeBlock(await File.ReadAllTextAsync(SampleProgram.PathOf("README.md")));
        // What a host has anyway: its sink for urgent mentions.
        var program = block.Replace("\nvar profile", "\nEngagement.IUrgentMentionSink urgentSink = new UrgentList();\nvar profile", StringComparison.Ordinal) + "\n" + Surroundings;
        var assembly = Compile(program);

        using var folder = new TemporaryFolder();
        File.Copy(SampleProgram.PathOf("samples", "WeeklyDigest", "Sample", "profile.json"), Path.Combine(folder.Path, "trust.json"));
        File.Copy(SampleProgram.PathOf("samples", "WeeklyDigest", "Sample", "posts.jsonl"), Path.Combine(folder.Path, "posts.jsonl"));
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder.Path);
        try
        {
            assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }

        var html = await File.ReadAllTextAsync(Path.Combine(folder.Path, "digest.html"));
        html.Should().Contain("Ward 7").And.Contain("9 to 15 November 2026");
    }

    [Fact]
    public void The_two_commands_stand_as_promised()
    {
        var readme = File.ReadAllText(SampleProgram.PathOf("README.md"));
        readme.Should().Contain("\ndotnet run --project samples/WeeklyDigest\n").And.Contain("\ndotnet test\n");
    }

    private static string FirstCodeBlock(string readme)
    {
        const string Opening = "```csharp\n";
        var start = readme.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static Assembly Compile(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "readme",
            [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(ImplicitUsings)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty("the README compiles without a warning");
        return Assembly.Load(image.ToArray());
    }
}
