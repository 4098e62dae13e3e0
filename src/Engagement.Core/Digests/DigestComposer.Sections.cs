using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using NodaTime;

namespace Engagement.Digests;

internal sealed partial class DigestComposer
{
    private const int MostCampaignQuotes = 3;
    private const int MostPledges = 6;
    private const int MostCelebrations = 5;

    private LocalDate LastDay => (_scope.Interval.End - Duration.Epsilon).InZone(_scope.Zone).Date;

    private LocalDate FirstDay => _scope.Interval.Start.InZone(_scope.Zone).Date;

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
            .Where(step => step.On <= LastDay)
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
            var moved = last.On >= FirstDay;
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

    private List<CampaignFigures> CampaignsOf()
    {
        var campaigns = new List<CampaignFigures>();
        foreach (var campaign in _scope.Profile.Campaigns)
        {
            if (!tally.Campaigns.TryGetValue(campaign.Id, out var counted)) continue;
            var supporters = _scope.Options.Supporters
                .Where(supporter => supporter.Campaign == campaign.Id)
                .GroupBy(supporter => supporter.Handle, StringComparer.OrdinalIgnoreCase)
                .Select(group => Math.Max(0, group.Max(supporter => supporter.Followers)))
                .ToList();
            var theme = _scope.Options.Themes.FirstOrDefault(theme => theme.Campaign == campaign.Id);
            var days = counted.Days.OrderBy(pair => pair.Key)
                .Select(pair => new DigestCount(DigestWindow.Iso(new LocalDate(1970, 1, 1).PlusDays(pair.Key)), pair.Value))
                .ToList();
            campaigns.Add(new CampaignFigures
            {
                Id = campaign.Id,
                Name = campaign.Name,
                Hashtag = campaign.Hashtag,
                Posts = counted.Posts,
                Participants = counted.Participants.Count,
                Pledges = counted.Pledges,
                Impressions = counted.Impressions,
                Reach = counted.Participants.Followers,
                ParticipantsUnknown = counted.Participants.Count - counted.Participants.Known,
                Supporters = supporters.Count,
                PotentialReach = supporters.Aggregate(0L, AuthorTable.Saturate),
                Days = days,
                PeakDay = days.MaxBy(day => day.Count),
                Platforms = PlatformCounts(counted.Platforms),
                Quotes = [.. counted.Quotes.Items.Take(MostCampaignQuotes).Select(item => ToItem(item, TimesOf(item)))],
                Pledged = [.. counted.PledgePosts.Items.DistinctBy(item => item.Text[..Math.Min(item.Text.Length, AlikeLength)]).Take(MostPledges).Select(item => ToItem(item, TimesOf(item)))],
                Question = theme is null ? null : DigestText.Clean(theme.Question, 300),
                Summary = theme?.Summary is { } summary ? DigestText.Clean(summary, 2_000) : null,
                Thanked = theme is null ? [] : Thanked(theme, counted),
            });
        }

        return campaigns;
    }

    /// <summary>Of those who agreed, those who took part: an account is known by platform and handle, and the list names no platform.</summary>
    private static List<string> Thanked(CampaignTheme theme, CampaignTally counted)
    {
        var took = counted.Participants.ByMentions.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet();
        return
        [
            .. theme.AgreedToBeNamed
                .Where(handle => Enum.GetValues<Platform>().Any(platform => took.Contains(DigestScope.AuthorKey(platform, handle))))
                .Select(handle => DigestText.Clean(handle, 80))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];
    }

    private List<ChatFigures> ChatsOf()
    {
        var chats = new List<ChatFigures>();
        foreach (var chat in _scope.Profile.Chats)
        {
            if (!tally.Chats.TryGetValue(chat.Id, out var counted)) continue;
            var posts = counted.Transcript.Items.ToList();
            var unnamed = Unnamed(posts);
            chats.Add(new ChatFigures
            {
                Id = chat.Id,
                Name = chat.Name,
                Hashtag = chat.Hashtag,
                Posts = counted.Posts,
                Participants = counted.Participants.Count,
                Hours = counted.Hours.Count,
                BusiestHour = counted.Hours.Count == 0 ? 0 : counted.Hours.Values.Max(),
                Impressions = counted.Impressions,
                Reach = counted.Participants.Followers,
                Questions = Questions(posts, unnamed),
                Transcript = [.. posts.Select(item => ToChatItem(item, unnamed))],
                Quotes = [.. counted.Quotes.Items.Where(item => item.Likes > 0).Take(3).Select(item => ToItem(item))],
            });
        }

        return chats;
    }

    /// <summary>Those who said something critical, numbered as they come: a thread can be followed and nobody is named.</summary>
    private static Dictionary<ulong, int> Unnamed(List<KeptItem> posts)
    {
        var numbers = new Dictionary<ulong, int>();
        foreach (var post in posts)
        {
            if (post.Author != 0 && IsCritical(post) && post.Question <= 0) numbers.TryAdd(post.Author, numbers.Count + 1);
        }

        return numbers;
    }

    // To ask a chat its question is no criticism, whatever the words are taken for.
    private DigestItem ToChatItem(KeptItem post, Dictionary<ulong, int> unnamed)
    {
        var item = ToItem(post);
        if (!IsCritical(post)) return item;
        if (post.Question > 0) return item with { Author = NullIfEmpty(post.AuthorName), Link = NullIfEmpty(post.Link) };
        return unnamed.TryGetValue(post.Author, out var number) ? item with { Author = "Participant " + number.ToString(System.Globalization.CultureInfo.InvariantCulture) } : item;
    }

    private List<ChatQuestion> Questions(List<KeptItem> posts, Dictionary<ulong, int> unnamed)
    {
        // The first post marked Qn asks it: later ones repeat it for latecomers.
        var asked = new SortedDictionary<int, KeptItem>();
        foreach (var post in posts)
        {
            if (post.Question > 0) asked.TryAdd(post.Question, post);
        }

        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            if (post.Question > 0) byId.TryAdd(post.Id, post.Question);
        }

        var answers = new SortedDictionary<int, List<KeptItem>>();
        foreach (var number in asked.Keys) answers[number] = [];
        foreach (var post in posts)
        {
            if (post.Question > 0) continue;
            var number = post.Question < 0 ? -post.Question : byId.GetValueOrDefault(post.ReplyTo);
            if (number == 0 && post.QuoteOf.Length > 0) number = byId.GetValueOrDefault(post.QuoteOf);
            if (number == 0) continue;
            // A reply to an answer belongs to the same question.
            byId.TryAdd(post.Id, number);
            if (!answers.TryGetValue(number, out var list)) answers[number] = list = [];
            list.Add(post);
        }

        return [.. answers.Select(pair => new ChatQuestion(pair.Key, asked.TryGetValue(pair.Key, out var question) ? ToChatItem(question, unnamed) : null, [.. pair.Value.Select(item => ToChatItem(item, unnamed))]))];
    }

    private List<Celebration> Celebrations()
    {
        var celebrations = new List<Celebration>();
        foreach (var achievement in _scope.Options.Achievements
            .Where(achievement => achievement.On >= FirstDay && achievement.On <= LastDay && Concerns(achievement.Team, achievement.Person))
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
            var shown = ToItem(item, TimesOf(item));
            celebrations.Add(new Celebration { Kind = (AchievementKind)item.Achievement, Text = shown.Text, Found = shown });
        }

        return celebrations;
    }

    private PeakFigures Peaks()
    {
        var start = HourNumber(_scope.Interval.Start);
        var firstDay = DayNumber(FirstDay);
        var hours = History(tally.Hours, tally.EarlierHours, start);
        var days = History(tally.Days, tally.EarlierDays, firstDay);
        var weeks = WeeksOf(days, firstDay);
        if (weeks < PeakFigures.WeeksNeeded) return new PeakFigures { WeeksOfHistory = weeks };
        var peaks = new List<DigestPeak>();
        for (var day = firstDay; day <= DayNumber(LastDay); day++)
        {
            var mentions = tally.Days.GetValueOrDefault(day);
            var before = Enumerable.Range(1, weeks).Select(week => days.GetValueOrDefault(day - (7 * week)));
            if (Unusual(mentions, before) is not { } found) continue;
            var date = new LocalDate(1970, 1, 1).PlusDays(day);
            peaks.Add(Driven(date.AtMidnight(), true, mentions, found, hour => DayOfKey(hour) == day));
        }

        foreach (var (hour, mentions) in tally.Hours.OrderBy(pair => pair.Key))
        {
            if (hour < start || hour >= HourNumber(_scope.Interval.End)) continue;
            var local = Instant.FromUnixTimeTicks(hour * NodaConstants.TicksPerHour).InZone(_scope.Zone).LocalDateTime;
            // Earlier weeks by the clock on the wall, which daylight saving moves.
            var before = Enumerable.Range(1, weeks).Select(week => hours.GetValueOrDefault(HourNumber(_scope.Zone.AtLeniently(local.PlusWeeks(-week)).ToInstant())));
            if (Unusual(mentions, before) is { } found) peaks.Add(Driven(local, false, mentions, found, key => key == hour));
        }

        return new PeakFigures
        {
            WeeksOfHistory = weeks,
            Peaks = [.. peaks.OrderByDescending(peak => peak.RobustZ).ThenBy(peak => peak.Start).ThenBy(peak => peak.IsDay).Take(6).OrderBy(peak => peak.Start).ThenByDescending(peak => peak.IsDay)],
        };
    }

    /// <summary>How far back the history reaches: the furthest week with mentions such that at least half the weeks since have some. A stray old post is no history.</summary>
    private static int WeeksOf(Dictionary<int, long> days, int firstDay)
    {
        var with = days.Keys.Select(day => (firstDay - day + 6) / 7).Where(week => week is > 0 and <= DigestScope.WeeksOfHistory).ToHashSet();
        var (reach, seen) = (0, 0);
        for (var week = 1; week <= DigestScope.WeeksOfHistory; week++)
        {
            if (with.Contains(week)) seen++;
            if (with.Contains(week) && seen * 2 >= week) reach = week;
        }

        return reach;
    }

    private static Dictionary<int, long> History(Dictionary<int, long> own, Dictionary<int, long> earlier, int before)
    {
        var history = own.Where(pair => pair.Key < before).ToDictionary();
        foreach (var (key, count) in earlier)
        {
            if (key < before) history[key] = Math.Max(count, history.GetValueOrDefault(key));
        }

        return history;
    }

    private static (long Usual, long RobustZ)? Unusual(long mentions, IEnumerable<long> before)
    {
        // Five more than usual at least: three mentions where one is usual are no event.
        var values = before.Order().ToArray();
        var median = Median(values);
        if (mentions < median + 5) return null;
        var spread = Median([.. values.Select(value => Math.Abs(value - median)).Order()]);
        var scale = Math.Max(1.4826 * spread, Math.Max(Math.Sqrt(median), 1));
        var z = (long)Math.Round(100 * (mentions - median) / scale, MidpointRounding.AwayFromZero);
        return z >= 350 ? ((long)Math.Round(median, MidpointRounding.AwayFromZero), z) : null;
    }

    private static double Median(long[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2.0;

    private static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2.0;

    private DigestPeak Driven(LocalDateTime start, bool isDay, long mentions, (long Usual, long RobustZ) found, Func<int, bool> belongs)
    {
        var notes = new WordNotes();
        var (inside, outside) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (insidePosts, outsidePosts) = (new List<(KeptItem Item, List<string> Words)>(), 0);
        foreach (var (key, items) in tally.HourItems)
        {
            var belongsHere = belongs(key);
            foreach (var item in items.Items)
            {
                notes.Read(item.Text);
                var words = new List<string>();
                for (var i = 0; i < notes.Count; i++) words.Add(notes[i].ToString());
                foreach (var word in words)
                {
                    var table = belongsHere ? inside : outside;
                    table[word] = table.GetValueOrDefault(word) + 1;
                }

                if (belongsHere) insidePosts.Add((item, words));
                else outsidePosts++;
            }
        }

        // In at least a third of the sample, and at least twice as common as at other times.
        var driving = inside
            .Where(pair => pair.Value >= 2 && pair.Value * 3 >= insidePosts.Count && (long)pair.Value * Math.Max(1, outsidePosts) >= 2L * outside.GetValueOrDefault(pair.Key) * insidePosts.Count)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key)
            .Take(5)
            .ToList();
        return new DigestPeak
        {
            Start = start,
            IsDay = isDay,
            Mentions = mentions,
            Usual = found.Usual,
            RobustZ = found.RobustZ,
            Words = driving,
            Posts =
            [
                .. insidePosts.Where(post => !IsCritical(post.Item))
                    .OrderByDescending(post => post.Words.Count(driving.Contains))
                    .ThenByDescending(post => post.Item.Text.Length >= AlikeLength)
                    .ThenBy(post => post.Item, Comparer<KeptItem>.Default)
                    .Take(2)
                    .Select(post => ToItem(post.Item)),
            ],
        };
    }

    private int DayOfKey(int key) =>
        key < 0 ? -key - 1 : DayNumber(Instant.FromUnixTimeTicks(key * NodaConstants.TicksPerHour).InZone(_scope.Zone).Date);

    private static int HourNumber(Instant instant)
    {
        var hours = Math.DivRem(instant.ToUnixTimeTicks(), NodaConstants.TicksPerHour, out var rest);
        return (int)hours - (rest < 0 ? 1 : 0);
    }
}
