using System.CommandLine;
using Engagement.Sources;

namespace Engagement.Samples;

/// <summary>What the two report programs are asked for: files, profile, key of what to report on, window, formats, folder.</summary>
internal sealed class ReportArguments
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files of posts of any format that is known (- is standard input). Without any: the bundled sample.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<FileInfo?> _profile = new("--profile") { Description = "The trust's profile. Without it: the bundled sample." };

    private readonly Option<string?> _window = new("--window") { Description = "FIRST/END such as 2026-11-09/2026-11-16; the end is the day after the last. Default: all days of the data." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "Which documents to make, separated by commas: " + string.Join(", ", DigestReport.Formats) + ". Text is printed, the others are written.",
        DefaultValueFactory = _ => "text,html",
    };

    private readonly Option<DirectoryInfo> _out = new("--out") { Description = "Folder for the documents.", DefaultValueFactory = _ => new DirectoryInfo("out") };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "COLUMN=FIELD: which column of a table holds what, such as \"Comment=text\". May be given several times.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _key;

    /// <param name="what">What is reported on: chat or campaign.</param>
    public ReportArguments(string what)
    {
        _key = new Option<string?>("--" + what) { Description = $"Key of the {what} in the profile. Default: its first." };
    }

    public static string Bundled => Path.Combine(AppContext.BaseDirectory, "Sample");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in (Option[])[_profile, _key, _window, _format, _out, _map]) command.Options.Add(option);
    }

    /// <summary>The checked arguments.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="keys">Keys of the profile that can be reported on.</param>
    /// <param name="faults">Faults are added here.</param>
    public ReportRequest Read(ParseResult arguments, Func<TrustProfile, IEnumerable<string>> keys, List<string> faults)
    {
        var profile = ProfileFile.Read(arguments.GetValue(_profile) ?? new FileInfo(Path.Combine(Bundled, "profile.json")));
        DigestWindow? window = null;
        if (arguments.GetValue(_window) is { } text && !DigestWindow.TryParse(text, out window, out var problem)) faults.Add("--window: " + problem);
        ColumnMapping? columns = null;
        if (arguments.GetValue(_map) is { Length: > 0 } pairs && !ColumnMapping.TryParse(pairs, out columns, out var fault)) faults.Add("--map: " + fault);
        var known = keys(profile).ToList();
        var key = arguments.GetValue(_key) ?? known.FirstOrDefault() ?? "";
        if (!known.Contains(key)) faults.Add($"{_key.Name}: the profile has no \"{key}\"; it has {(known.Count == 0 ? "none" : string.Join(", ", known))}");
        var formats = arguments.GetValue(_format)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var format in formats.Except(DigestReport.Formats)) faults.Add($"{_format.Name}: \"{format}\" is not known; known are " + string.Join(", ", DigestReport.Formats));
        var files = arguments.GetValue(_files) ?? [];
        foreach (var file in files.Where(file => file != "-" && !File.Exists(file))) faults.Add($"{file}: there is no such file");
        return new ReportRequest
        {
            Profile = profile,
            IsSample = arguments.GetValue(_profile) is null,
            Key = key,
            Window = window,
            Formats = formats,
            Out = arguments.GetValue(_out)!,
            Files = files.Length > 0 ? files : [Path.Combine(Bundled, "posts.jsonl")],
            Reading = new MentionFileOptions { Columns = columns, Zone = profile.Zone },
        };
    }
}
