using System.CommandLine;

namespace WeeklyDigest;

/// <summary>The command line, option by option.</summary>
internal sealed class CommandLineOptions
{
    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Files of posts of any format that is known (- is standard input). Without any: the bundled sample.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<FileInfo?> Profile { get; } = new("--profile") { Description = "The trust's profile. Without it: the bundled sample trust." };

    public Option<string?> Window { get; } = new("--window")
    {
        Description = "FIRST/END such as 2026-11-09/2026-11-16; the end is the day after the last. Default: the last full week in the data.",
    };

    public Option<string?> Every { get; } = new("--every") { Description = "Every day, week or month that the data touches." };

    public Option<int?> Weeks { get; } = new("--weeks") { Description = "The last N full weeks in the data." };

    public Option<string> Audience { get; } = new("--audience")
    {
        Description = "trust, the key of an audience, team or person of the profile, or all (every audience, and every team that has none).",
        DefaultValueFactory = _ => "trust",
    };

    public Option<string?> Format { get; } = new("--format")
    {
        Description = "Which documents to write, separated by commas: text, html, markdown, json, csv, atom, fragment, card (a picture of the best praise). Default: what the audience wants, else text,html.",
    };

    public Option<DirectoryInfo> Out { get; } = new("--out")
    {
        Description = "Folder for the documents.",
        DefaultValueFactory = _ => new DirectoryInfo("out"),
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = "COLUMN=FIELD: which column of a table holds what, such as \"Comment=text\". May be given several times.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string> DateOrder { get; } = new("--date-order")
    {
        Description = "How dates of nothing but numbers are read: dmy or mdy.",
        DefaultValueFactory = _ => "dmy",
    };

    public Option<FileInfo?> History { get; } = new("--history")
    {
        Description = "File in which gathered digests are kept from run to run, for changes and peaks. Made when it is not there.",
    };

    public Option<FileInfo?> Approvals { get; } = new("--approvals") { Description = "JSON lines of decisions: mention, state (approved, rejected, awaiting), by, at, reason." };

    public Option<FileInfo?> Actions { get; } = new("--actions")
    {
        Description = "JSON lines of the improvement loop: concern, stage (raised, discussed, planned, made, confirmed), on, note, team, mention.",
    };

    public Option<FileInfo?> Achievements { get; } = new("--achievements")
    {
        Description = "JSON lines of what there is to celebrate: kind (award, service, qualification, thanks), who, what, on, team, person.",
    };

    public Option<FileInfo?> Supporters { get; } = new("--supporters") { Description = "JSON lines of supporters of campaigns: campaign, handle, followers." };

    public Option<FileInfo?> Themes { get; } = new("--themes")
    {
        Description = "JSON lines of themed months: campaign, question, summary, agreedToBeNamed (a list of handles).",
    };

    public Option<bool> CatchUp { get; } = new("--catch-up") { Description = "Also the windows that were missed since the last one in --history." };

    public RootCommand CreateCommand()
    {
        Every.AcceptOnlyFromAmong("day", "week", "month");
        DateOrder.AcceptOnlyFromAmong("dmy", "mdy");
        var command = new RootCommand("Turns files of public posts into digests for a trust, its teams and its people.");
        command.Arguments.Add(Files);
        foreach (var option in (Option[])[Profile, Window, Every, Weeks, Audience, Format, Out, Map, DateOrder, History, Approvals, Actions, Achievements, Supporters, Themes, CatchUp])
            command.Options.Add(option);
        return command;
    }
}
