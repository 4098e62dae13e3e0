using System.CommandLine;
using Engagement;
using Engagement.Digests;
using Engagement.Profiles;
using Engagement.Sources;

namespace WeeklyDigest;

/// <summary>What the command line asks for, checked.</summary>
internal sealed record Settings
{
    public required TrustProfile Profile { get; init; }

    public required IReadOnlyList<Audience> Audiences { get; init; }

    public DigestWindow? Window { get; init; }

    public DigestFrequency? Every { get; init; }

    public int Weeks { get; init; } = 1;

    /// <summary>What the command line asks for; null for what each audience wants.</summary>
    public IReadOnlyList<DocumentFormat>? Formats { get; init; }

    public required DirectoryInfo Out { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public required MentionFileOptions Reading { get; init; }

    public required DigestOptions Digest { get; init; }

    public FileInfo? History { get; init; }

    public bool CatchUp { get; init; }

    public static Settings From(ParseResult arguments, CommandLineOptions options)
    {
        var faults = new List<string>();
        var bundled = Path.Combine(AppContext.BaseDirectory, "Sample");
        var isSample = arguments.GetValue(options.Profile) is null;
        FileInfo? InSample(string name) => isSample ? new FileInfo(Path.Combine(bundled, name)) : null;
        var profile = ProfileFile.Read(arguments.GetValue(options.Profile) ?? InSample("profile.json")!);
        var files = arguments.GetValue(options.Files) ?? [];
        DigestWindow? window = null;
        if (arguments.GetValue(options.Window) is { } text && !DigestWindow.TryParse(text, out window, out var problem)) faults.Add("--window: " + problem);
        if (window is not null && arguments.GetValue(options.Every) is not null) faults.Add("--window and --every: give one or the other");
        if (arguments.GetValue(options.Weeks) is < 1) faults.Add("--weeks: expected 1 or more");
        ColumnMapping? columns = null;
        if (arguments.GetValue(options.Map) is { Length: > 0 } pairs && !ColumnMapping.TryParse(pairs, out columns, out var fault)) faults.Add("--map: " + fault);
        var audiences = AudiencesOf(arguments.GetValue(options.Audience)!, profile, faults);
        var formats = arguments.GetValue(options.Format) is { } wanted ? FormatsOf(wanted, faults) : null;
        var digest = new DigestOptions
        {
            Approvals = RecordFile.Read<ApprovalDecision>(arguments.GetValue(options.Approvals), DigestInputs.TryParseApproval, faults),
            Improvements = RecordFile.Read<ImprovementStep>(arguments.GetValue(options.Actions) ?? InSample("actions.jsonl"), DigestInputs.TryParseImprovement, faults),
            Achievements = RecordFile.Read<Achievement>(arguments.GetValue(options.Achievements) ?? InSample("achievements.jsonl"), DigestInputs.TryParseAchievement, faults),
            Supporters = RecordFile.Read<CampaignSupporter>(arguments.GetValue(options.Supporters), DigestInputs.TryParseSupporter, faults),
            Themes = RecordFile.Read<CampaignTheme>(arguments.GetValue(options.Themes) ?? InSample("themes.jsonl"), DigestInputs.TryParseTheme, faults),
        };
        if (arguments.GetValue(options.CatchUp) && arguments.GetValue(options.History) is null) faults.Add("--catch-up needs --history FILE: it tells which window was the last");
        foreach (var file in files.Where(file => file != "-" && !File.Exists(file))) faults.Add($"{file}: there is no such file");
        if (faults.Count > 0) throw new WrongArgumentsException(string.Join('\n', faults));
        return new Settings
        {
            Profile = profile,
            Audiences = audiences,
            Window = window,
            Every = arguments.GetValue(options.Every) is { } every ? Enum.Parse<DigestFrequency>(every, ignoreCase: true) : null,
            Weeks = arguments.GetValue(options.Weeks) ?? 1,
            Formats = formats,
            Out = arguments.GetValue(options.Out)!,
            Files = files.Length > 0 ? files : BundledPosts(bundled),
            Reading = new MentionFileOptions
            {
                Columns = columns,
                Zone = profile.Zone,
                DateOrder = arguments.GetValue(options.DateOrder) == "mdy" ? DateOrder.MonthDayYear : DateOrder.DayMonthYear,
            },
            Digest = digest,
            History = arguments.GetValue(options.History),
            CatchUp = arguments.GetValue(options.CatchUp),
        };
    }

    private static string[] BundledPosts(string folder) =>
        [Path.Combine(folder, "posts.jsonl"), Path.Combine(folder, "alerts.xml"), Path.Combine(folder, "comments.csv")];

    // A key is looked for among the audiences, then teams, then people: who has no audience of its own gets the defaults.
    private static List<Audience> AudiencesOf(string key, TrustProfile profile, List<string> faults)
    {
        if (key == "all")
        {
            var teams = profile.Teams.Where(team => !profile.Audiences.Any(audience => audience.Scope == AudienceScope.Team && audience.Of == team.Id));
            return [.. profile.Audiences.Select(Audience.Of), .. teams.Select(team => Audience.Team(team.Id))];
        }

        if (profile.Audiences.FirstOrDefault(audience => audience.Id == key) is { } options) return [Audience.Of(options)];
        if (key == "trust") return [Audience.Trust()];
        if (profile.Teams.Any(team => team.Id == key)) return [Audience.Team(key)];
        if (profile.People.Any(person => person.Id == key)) return [Audience.Person(key)];
        faults.Add($"--audience: the profile has no audience, team or person \"{key}\"; known are trust, all, " +
            string.Join(", ", profile.Audiences.Select(audience => audience.Id).Union(profile.Teams.Select(team => team.Id)).Where(id => id != "trust")));
        return [];
    }

    private static List<DocumentFormat> FormatsOf(string list, List<string> faults)
    {
        var formats = new List<DocumentFormat>();
        foreach (var name in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (DocumentFormat.Find(name) is { } format) formats.Add(format);
            else faults.Add($"--format: \"{name}\" is not known; known are " + string.Join(", ", DocumentFormat.All.Select(known => known.Name)));
        }

        return formats;
    }
}
