using System.Globalization;
using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Star;
using NodaTime;

namespace Engagement.Digests;

/// <summary>Makes of what was kept what is shown: praise with first names, criticism without anybody's.</summary>
internal sealed class ShownItems(DigestScope scope)
{
    private readonly StaffNames _names = new(scope.Profile.People);
    private readonly Dictionary<string, string> _teams = scope.Profile.Teams
        .GroupBy(team => team.Id, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);

    public static bool IsCritical(KeptItem item) => item.Label is SentimentLabel.Negative or SentimentLabel.Mixed;

    public DigestItem Of(KeptItem item, long times = 1) => IsCritical(item)
        ? item.Voice == Voice.Press ? OfCriticism(item, times) with { Author = NullIfEmpty(item.AuthorName), Link = NullIfEmpty(item.Link) } : OfCriticism(item, times)
        : new DigestItem
        {
            Id = item.Id,
            Platform = item.Platform,
            Voice = item.Voice,
            Label = item.Label,
            At = item.DateOnly ? null : item.At,
            On = DateOf(item),
            Title = item.Title.Length == 0 ? null : _names.InPraise(item.Title),
            Text = _names.InPraise(item.Sentence.Length > 0 ? item.Sentence : item.Text),
            Author = NullIfEmpty(item.AuthorName),
            Link = NullIfEmpty(item.Link),
            Confidence = ConfidenceOf(item),
            Teams = TeamsOf(item),
            People = item.Voice == Voice.Public ? _names.FirstNames(item.People) : [],
            StarPoints = [.. item.Star.Where(slot => slot % 2 == (int)StarDirection.Strengthens).Select(slot => StarNames.Of((StarPoint)(slot / 2), scope.Profile.Star))],
            Times = times,
            Likes = item.Likes > 0 ? item.Likes : null,
        };

    /// <summary>Without author, link and staff names, whoever wrote it.</summary>
    public DigestItem OfCriticism(KeptItem item, long times = 1) => new()
    {
        Id = ReferenceOf(item),
        Platform = item.Platform,
        Voice = item.Voice,
        Label = item.Label,
        At = item.DateOnly ? null : item.At,
        On = DateOf(item),
        Title = item.Title.Length == 0 ? null : _names.InCriticism(item.Title, item.People),
        Text = _names.InCriticism(item.Sentence.Length > 0 ? item.Sentence : item.Text, item.People),
        Gist = item.Gist.Length == 0 ? null : _names.InCriticism(item.Gist, item.People),
        Confidence = ConfidenceOf(item),
        Teams = TeamsOf(item),
        StarPoints = [.. item.Star.Where(slot => slot % 2 == (int)StarDirection.Weakens).Select(slot => StarNames.Of((StarPoint)(slot / 2), scope.Profile.Star))],
        Times = times,
    };

    /// <summary>Words of criticism, without the names of staff.</summary>
    public string InCriticism(string text, KeptItem of) => _names.InCriticism(text, of.People);

    private static double? ConfidenceOf(KeptItem item) => item.Confidence == 0 ? null : item.Confidence / 1_000d;

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private LocalDate DateOf(KeptItem item) => item.At.InZone(scope.Zone).Date;

    // A platform's plain number names nobody; an address or a handle does.
    private static string ReferenceOf(KeptItem item)
    {
        var names = item.Id.Contains(':', StringComparison.Ordinal)
            || item.Id.Contains('@', StringComparison.Ordinal)
            || item.Id.Contains('/', StringComparison.Ordinal)
            || (item.Handle.Length >= 3 && item.Id.Contains(item.Handle, StringComparison.OrdinalIgnoreCase));
        return names ? "ref-" + StableHash.Of(item.Id).ToString("x12", CultureInfo.InvariantCulture)[..12] : DigestText.Clean(item.Id, 120);
    }

    private IReadOnlyList<string> TeamsOf(KeptItem item) =>
        [.. item.Teams.Where(id => id != scope.Audience.Key && _teams.ContainsKey(id)).Select(id => _teams[id])];
}
