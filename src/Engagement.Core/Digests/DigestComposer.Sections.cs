using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Star;
using Engagement.Text;
using NodaTime;

namespace Engagement.Digests;

internal sealed partial class DigestComposer
{
    private const int MostColleagues = 6;
    private const int MostCelebrations = 5;
    private const int MostWords = 12;
    private const int LeastForWords = 10;
    private const int MostDays = 62;

    private bool Concerns(string? team, string? person = null)
    {
        switch (_scope.Audience.Scope)
        {
            case AudienceScope.Trust:
                return true;
            case AudienceScope.Person:
                return person is not null && person == _scope.Audience.Key;
            default:
                team ??= person is null ? null : _scope.Profile.People.FirstOrDefault(known => known.Id == person)?.Team;
                return team is not null && _scope.Audience.RoutesIn(_scope.Profile)!.Contains(team);
        }
    }

    private ImprovementLoop? Loop()
    {
        if (_scope.Options.Improvements.Count == 0) return null;
        var concerns = new List<ImprovementConcern>();
        var (raised, changed, confirmed) = (0, 0, 0);
        foreach (var steps in _scope.Options.Improvements
            .Where(step => step.On <= _scope.LastDay)
            .GroupBy(step => step.Concern, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // A total order, so that the order of the input plays no part.
            var ordered = steps.OrderBy(step => step.On).ThenBy(step => step.Stage).ThenBy(step => step.Note, StringComparer.Ordinal).ToList();
            if (!Concerns(ordered.Find(step => step.Team is not null)?.Team)) continue;
            var furthest = ordered.Max(step => step.Stage);
            var last = ordered.Find(step => step.Stage == furthest)!;
            var name = ordered.Find(step => step.Note is not null)?.Note ?? steps.Key;
            raised++;
            if (furthest >= ImprovementStage.Made) changed++;
            if (furthest == ImprovementStage.Confirmed) confirmed++;
            var moved = last.On >= _scope.FirstDay;
            if (furthest == ImprovementStage.Confirmed && !moved) continue;
            var note = last.Note is { } said && said != name ? DigestText.Clean(said, 240) : null;
            concerns.Add(new ImprovementConcern(steps.Key, DigestText.Clean(name, 240), furthest, last.On, note, moved));
        }

        if (raised == 0) return null;
        return new ImprovementLoop(
            [.. concerns.OrderByDescending(concern => concern.Moved).ThenByDescending(concern => concern.Stage).ThenBy(concern => concern.Id, StringComparer.Ordinal).Take(12)],
            raised,
            changed,
            confirmed);
    }

    private List<Celebration> Celebrations()
    {
        var celebrations = new List<Celebration>();
        foreach (var achievement in _scope.Options.Achievements
            .Where(achievement => achievement.On >= _scope.FirstDay && achievement.On <= _scope.LastDay && Concerns(achievement.Team, achievement.Person))
            .OrderBy(achievement => achievement.On)
            .ThenBy(achievement => achievement.Kind)
            .ThenBy(achievement => achievement.Who, StringComparer.Ordinal)
            .ThenBy(achievement => achievement.What, StringComparer.Ordinal))
        {
            var (who, what) = (DigestText.Clean(achievement.Who, 120), DigestText.Clean(achievement.What, 200));
            var text = achievement.Kind switch
            {
                AchievementKind.Award => $"{who}: {what}",
                AchievementKind.Service => $"{who}: {what}",
                AchievementKind.Qualification => $"{who}: {what}",
                _ => $"Thank you, {who}: {what}",
            };
            celebrations.Add(new Celebration { Kind = achievement.Kind, Text = text, Posts = ReadyPosts.For(achievement.Kind, who, what, _scope.Profile.Trust) });
        }

        foreach (var item in tally.Celebrations.Items.Take(MostCelebrations))
        {
            var shown = _items.Of(item, tally.TimesOf(item));
            celebrations.Add(new Celebration { Kind = (AchievementKind)item.Achievement, Text = shown.Text, Found = shown });
        }

        return celebrations;
    }

    private List<StarFigures> Star()
    {
        var points = new List<StarFigures>();
        foreach (var point in Enum.GetValues<StarPoint>())
        {
            var slot = (int)point * 2;
            points.Add(new StarFigures
            {
                Point = point,
                Name = StarNames.Of(point, _scope.Profile.Star),
                Strengthened = tally.Star[slot + (int)StarDirection.Strengthens],
                Weakened = tally.Star[slot + (int)StarDirection.Weakens],
                StrengthenedBy = [.. tally.StarItems[slot + (int)StarDirection.Strengthens].Items.Where(item => QuotesCriticism || !ShownItems.IsCritical(item)).Take(3).Select(item => _items.Of(item))],
                WeakenedBy = QuotesCriticism ? [.. tally.StarItems[slot + (int)StarDirection.Weakens].Items.Take(3).Select(item => _items.OfCriticism(item))] : [],
            });
        }

        return points;
    }

    private ListeningFigures Listening(SentimentCounts said) => new()
    {
        LastDay = tally.LastDay,
        ReadInWindow = tally.ReadInWindow,
        Positive = said.Positive,
        Negative = said.Negative,
        ByReturningAuthors = tally.Authors.MentionsOfReturning,
        Authors = tally.Authors.Speaking,
        WithAuthor = tally.Authors.Mentions,
        LastMention = tally.Timed > 0 ? Instant.FromUnixTimeTicks(tally.LastTicks) : null,
        MinutesBetween = tally.Timed > 1 ? (tally.LastTicks - tally.FirstTicks) / NodaConstants.TicksPerMinute / (tally.Timed - 1) : null,
        WordSample = 1L << tally.Words.Level,
    };

    private IReadOnlyList<DigestCount> Words()
    {
        // A trust need not be told that its own name was said, nor what its people are called.
        var own = new HashSet<string>(StringComparer.Ordinal);
        var profile = _scope.Profile;
        var teams = profile.Teams.Where(team => _scope.Audience.Scope == AudienceScope.Trust || team.Id == _scope.Audience.Key);
        foreach (var name in (string[])[profile.Trust.Name, .. profile.Trust.Aliases, .. profile.Sites.SelectMany(site => (string[])[site.Name, .. site.Aliases]), .. teams.Select(team => team.Name), .. profile.People.Select(person => person.Name)])
        {
            var stream = TokenStream.Of(name, TextDialect.Neutral);
            foreach (ref readonly var token in stream.Tokens) own.Add(stream.Folded(token).ToString());
        }

        // Of a handful of posts every word is a top word.
        var mentions = tally.Shown.Sum();
        return mentions < LeastForWords ? [] : tally.Words.Top(MostWords, word => word.Length <= 40 && !own.Contains(word), 3);
    }

    private List<DigestCount> DayCounts()
    {
        if (!_scope.Window.IsWholeDays || Period.DaysBetween(_scope.Window.First, _scope.Window.End) > MostDays) return [];
        var days = new List<DigestCount>();
        for (var day = _scope.Window.First; day < _scope.Window.End; day = day.PlusDays(1))
            days.Add(new DigestCount(DigestWindow.Iso(day), tally.Days.GetValueOrDefault(DigestScope.DayNumber(day))));
        return days;
    }

    private List<DigestCount> Authors() => !_scope.Wanted.RankAuthors ? [] :
    [
        .. tally.Authors.ByMentions
            .Where(pair => pair.Value > 0 && tally.Names.ContainsKey(pair.Key))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => tally.Names[pair.Key], StringComparer.Ordinal)
            .Take(10)
            .Select(pair => new DigestCount(tally.Names[pair.Key], pair.Value)),
    ];

    private List<DigestItem> Colleagues() =>
    [
        .. tally.Colleagues.Items
            .Where(item => item.Voice == Voice.Press || !ShownItems.IsCritical(item))
            .Where(item => !tally.Celebrations.Items.Take(MostCelebrations).Any(shown => shown.Id == item.Id && shown.Platform == item.Platform))
            .Take(MostColleagues)
            .Select(item => _items.Of(item, tally.TimesOf(item))),
    ];
}
