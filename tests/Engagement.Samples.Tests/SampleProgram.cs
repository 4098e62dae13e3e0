using System.Diagnostics;
using System.Text;

namespace Engagement.Samples;

/// <summary>Runs a sample the way a user does: as a process.</summary>
internal static class SampleProgram
{
    public static string Root { get; } = FindRoot();

    /// <summary>Runs a sample to its end.</summary>
    /// <param name="name">Its name, such as WeeklyDigest.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Standard input; null for none.</param>
    /// <param name="locale">Value of LC_ALL; null for the machine's.</param>
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
        start.ArgumentList.Add(Path.Combine(Root, "samples", name, "bin", configuration, "net10.0", name + ".dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NO_COLOR"] = "1";
        if (locale is not null) start.Environment["LC_ALL"] = locale;
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

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Engagement.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from inside a checkout: Engagement.Core.sln was not found above " + AppContext.BaseDirectory);
    }
}
