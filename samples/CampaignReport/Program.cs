using System.CommandLine;
using Engagement;
using Engagement.Digests;

// The life of a campaign's hashtag: posts, people, peak day, platforms, pledges, and how far it travelled, with what its supporters could have
// reached kept apart. Without arguments: a bundled synthetic campaign of three weeks.
var asked = new ReportArguments("campaign");
var supporters = new Option<FileInfo?>("--supporters")
{
    Description = "JSON lines of who supported it, whether or not they posted: campaign, handle, followers. Their followers are told apart.",
};
var themes = new Option<FileInfo?>("--themes") { Description = "JSON lines of themed months: campaign, question, summary, agreedToBeNamed (a list of handles)." };
var command = new RootCommand("Reports on a campaign: posts, participants, peak day, platforms, pledges and kinds of reach.") { Options = { supporters, themes } };
asked.AddTo(command);
command.SetAction(async (arguments, cancellation) =>
{
    var faults = new List<string>();
    var request = asked.Read(arguments, profile => profile.Campaigns.Select(campaign => campaign.Id), faults);
    FileInfo? InSample(string name) => request.IsSample ? new FileInfo(Path.Combine(ReportArguments.Bundled, name)) : null;
    var options = new DigestOptions
    {
        Supporters = RecordFile.Read<CampaignSupporter>(arguments.GetValue(supporters) ?? InSample("supporters.jsonl"), DigestInputs.TryParseSupporter, faults),
        Themes = RecordFile.Read<CampaignTheme>(arguments.GetValue(themes) ?? InSample("themes.jsonl"), DigestInputs.TryParseTheme, faults),
    };
    if (faults.Count > 0) throw new WrongArgumentsException(string.Join('\n', faults));

    // A campaign that has its days in the profile is reported on as a whole.
    var campaign = request.Profile.Campaigns.First(known => known.Id == request.Key);
    if (request.Window is null && campaign is { Start: { } start, End: { } end }) request = request with { Window = DigestWindow.Between(start, end) };
    var count = new ItemCount();
    var digest = await request.ReadAsync(options, count, cancellation);
    if (digest.Campaigns.Any(figures => figures.Id == request.Key)) request.Write(digest, DigestReport.Campaign);
    else Console.Error.WriteLine($"nobody posted for the campaign \"{request.Key}\" in {digest.Window.Name}");
    count.Print();
    return count.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
});
return await ConsoleProgram.RunAsync("CampaignReport", command, args);
