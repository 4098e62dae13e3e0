using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Samples;

/// <summary>Runs a sample the way a user does: as a process.</summary>
internal static class SampleProgram
{
    public static string Root { get; } = FindRoot();

    /// <summary>Runs a sample to its end.</summary>
    /// <param name="name">Its name, such as WeeklyDigest.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Standard input; null for none.</param>
    /// <param name="locale">
    /// Value of LC_ALL, such as tr_TR.UTF-8; null for the machine's. The samples are built to know no cultures: for such a run they know all, as a host may
    /// that embeds the library, and the first line on stderr, by <see cref="StartupHook"/>, tells which language is spoken.
    /// </param>
    public static SampleResult Run(string name, IEnumerable<string> arguments, string? input = null, string? locale = null)
    {
        // The tests' own configuration is that of the samples: they are built together.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var program = Path.Combine(Root, "samples", name, "bin", configuration, "net10.0", name + ".dll");
        if (locale is not null)
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add("--runtimeconfig");
            start.ArgumentList.Add(KnowingCultures(program));
            start.Environment["LC_ALL"] = locale;
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        }

        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            if (input is not null) process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program that refuses its arguments does not read its input.
        }

        process.WaitForExit();
        return new SampleResult(process.ExitCode, output.Result, error.Result);
    }

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A copy of the program's settings in which cultures are known and start-up hooks run.</summary>
    private static string KnowingCultures(string program)
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(program, ".runtimeconfig.json")))!;
        var properties = settings["runtimeOptions"]!["configProperties"]!;
        properties["System.Globalization.Invariant"] = false;
        properties["System.Globalization.PredefinedCulturesOnly"] = false;
        properties["System.StartupHookProvider.IsSupported"] = true;
        var path = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(program) + ".cultures.runtimeconfig.json");
        File.WriteAllText(path, settings.ToJsonString());
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Engagement.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from inside a checkout: Engagement.Core.sln was not found above " + AppContext.BaseDirectory);
    }
}
