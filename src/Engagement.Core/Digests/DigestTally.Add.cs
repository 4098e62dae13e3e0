using System.Runtime.InteropServices;
using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Star;
using NodaTime;

namespace Engagement.Digests;

internal sealed partial class DigestTally
{
    public void AddProblem(SourceProblem problem)
    {
        Read++;
        Problems++;
        var hash = new StableHash(2);
        hash.Add(problem.Source);
        hash.Add(problem.Place);
        hash.Add(problem.Reason);
        AddInput(hash.Value);
    }

    public void Add(Feedback feedback, string? repeatOf, RepeatKind kind, bool undelivered)
    {
        var mention = feedback.Mention;
        Read++;
        AddInput(InputHash.Of(feedback, repeatOf, kind, undelivered));
        if (feedback.Voice is Voice.Staff or Voice.Trust)
        {
            if (mention.ReplyTo is { } replied) Answered.Add(StableHash.Of(replied));
            if (mention.QuoteOf is { } quoted) Answered.Add(StableHash.Of(quoted));
        }

        var concerns = Scope.Concerns(feedback);
        var (ticks, dateOnly) = (0L, false);
        var dated = !mention.DateIsDoubtful && TryDate(mention, out ticks, out dateOnly);
        var period = dated ? Scope.PeriodOf(ticks) : DigestScope.Period.Outside;
        if (repeatOf is null)
        {
            if (period == DigestScope.Period.Window) ReadInWindow++;
            else if (period == DigestScope.Period.Previous) ReadBefore++;
        }

        if (!concerns)
        {
            Elsewhere++;
            return;
        }

        var urgent = feedback.Urgency.IsUrgent;
        if (undelivered) Undelivered++;
        if (!dated)
        {
            if (urgent || undelivered) Urgent++;
            else if (mention.DateIsDoubtful) Doubtful++;
            else Undated++;
            return;
        }

        // Kind words of an advert are nobody's praise; in a campaign or chat even an invitation is a contribution, and the trust's own notices are its news.
        var notice = feedback is { Notice: not null, Voice: Voice.Public, Campaigns.Count: 0 };
        var state = Scope.StateOf(feedback);
        if (period != DigestScope.Period.Window)
        {
            // An urgent mention that nobody took is never merely "outside the window".
            if (undelivered) Urgent++;
            else OutsideWindow++;
            if (period == DigestScope.Period.Outside || repeatOf is not null || urgent || notice || state != ApprovalState.Approved) return;
            if (period == DigestScope.Period.Previous) Before[Index(feedback)]++;
            CountTime(ticks, dateOnly);
            return;
        }

        if (urgent || undelivered)
        {
            Urgent++;
            return;
        }

        if (notice)
        {
            Notices++;
            return;
        }

        if (repeatOf is not null)
        {
            RepeatsSeen++;

            // Another version of the same post was seen by nobody else: only reposts and copies reach further.
            if (state != ApprovalState.Approved || kind == RepeatKind.Version) return;
            CollectionsMarshal.GetValueRefOrAddDefault(Repeats, StableHash.Of(repeatOf), out _)++;
            CountReach(feedback, mention, isRepeat: true);
            CountCampaigns(feedback, ticks, dateOnly, isRepeat: true);
            return;
        }

        switch (state)
        {
            case ApprovalState.Rejected:
                Rejected++;
                return;
            case ApprovalState.Awaiting:
                AwaitingApproval++;
                Awaiting.Add(mention.Id);
                if (Awaiting.Count > MostAwaiting) Awaiting.Remove(Awaiting.Max!);
                return;
        }

        Show(feedback, ticks, dateOnly);
    }

    private void Show(Feedback feedback, long ticks, bool dateOnly)
    {
        var mention = feedback.Mention;
        Shown[Index(feedback)]++;
        if (feedback.Text.Redactions.Count > 0 || feedback.Title is { Redactions.Count: > 0 }) Redacted++;
        if (!dateOnly && ticks >= Scope.EndTicks - NodaConstants.TicksPerDay) LastDay++;
        if (!dateOnly && feedback.Voice == Voice.Public)
        {
            Timed++;
            FirstTicks = Math.Min(FirstTicks, ticks);
            LastTicks = Math.Max(LastTicks, ticks);
        }

        var hour = CountTime(ticks, dateOnly);
        CountReach(feedback, mention, isRepeat: false);
        CollectionsMarshal.GetValueRefOrAddDefault(Platforms, (int)mention.Platform, out _)++;

        _notes.Read(DigestText.WithoutGaps(feedback.Text));
        var idHash = StableHash.Mix(StableHash.Of(mention.Id), (ulong)mention.Platform);
        var level = SampledCounts.LevelOf(idHash);
        if (Words.Counts(level))
        {
            for (var i = 0; i < _notes.Count; i++) Words.Add(level, _notes[i]);
        }

        foreach (var tag in feedback.Hashtags) Hashtags.Add(level, tag);
        foreach (var link in feedback.Links) Links.Add(level, link);
        CountCampaigns(feedback, ticks, dateOnly, isRepeat: false);

        var maker = new KeptItemMaker(Scope, feedback, ticks, dateOnly, _notes);
        var author = maker.AuthorOrSelf;
        KeepStar(feedback, maker, author);
        KeepHourItem(hour, idHash, maker);
        if (feedback.Voice == Voice.Public)
        {
            switch (feedback.Sentiment.Label)
            {
                case SentimentLabel.Positive:
                    Keep(Praise, author, maker.PraiseRank, maker);
                    break;
                case SentimentLabel.Negative or SentimentLabel.Mixed:
                    // Several complaints of one author are several events.
                    Keep(Learn, maker.Self, maker.LearnRank, maker);
                    break;
            }
        }
        else
        {
            Keep(Colleagues, author, maker.ColleagueRank, maker);
            if (_notes.Achievement >= 0 && feedback.Voice != Voice.Press && feedback.Sentiment.Label is not (SentimentLabel.Negative or SentimentLabel.Mixed))
                Keep(Celebrations, maker.Self, maker.ColleagueRank, maker);
        }

        if (Scope.Wanted.RankAuthors && feedback.Voice == Voice.Public && maker.Author != 0) AddName(maker.Author, mention.Author!.Handle ?? mention.Author.DisplayName!);
    }

    private static void Keep(TopItems items, ulong key, long rank, KeptItemMaker maker)
    {
        if (items.MayKeep(rank, maker.Feedback.Mention.Id)) items.Add(key, maker.Make(rank));
    }

    private void KeepStar(Feedback feedback, KeptItemMaker maker, ulong author)
    {
        // What the trust says of itself and what the press says are no evidence of how it is to work there.
        if (feedback.Star.Count == 0 || feedback.Voice is Voice.Trust or Voice.Press) return;
        var seen = 0;
        foreach (var finding in feedback.Star)
        {
            var slot = ((int)finding.Point * 2) + (int)finding.Direction;
            if ((seen & (1 << slot)) != 0) continue;
            seen |= 1 << slot;
            Star[slot]++;
            // The surest is the evidence; among equally sure ones what reads best. Praise of what weakens, and criticism that strengthens, show it less well.
            var opposed = feedback.Sentiment.Label == (finding.Direction == StarDirection.Strengthens ? SentimentLabel.Negative : SentimentLabel.Positive);
            var rank = (long)(finding.Confidence * 1_000) - (opposed ? 200 : 0) + (finding.Direction == StarDirection.Strengthens ? maker.PraiseRank : maker.LearnRank) / 10;
            if (StarItems[slot].MayKeep(rank, feedback.Mention.Id)) StarItems[slot].Add(author, maker.Make(rank, finding));
        }
    }

    private void KeepHourItem(int hour, ulong idHash, KeptItemMaker maker)
    {
        if (!HourItems.TryGetValue(hour, out var items)) HourItems[hour] = items = new TopItems(MostBusyHourItems, Comparer<KeptItem>.Default.Compare);
        var rank = (long)(idHash >> 1);
        if (items.MayKeep(rank, maker.Feedback.Mention.Id)) items.Add(idHash, maker.Make(rank));
    }

    private void CountReach(Feedback feedback, Mention mention, bool isRepeat)
    {
        if (feedback.Voice is not (Voice.Public or Voice.Press)) return;
        Posts++;
        var followers = mention.Author?.Followers is { } known ? Math.Max(0, known) : -1;
        if (followers < 0) PostsUnknown++;
        else Impressions = AuthorTable.Saturate(Impressions, followers);
        var author = DigestScope.AuthorKey(mention);
        if (author != 0) Authors.Add(author, !isRepeat && feedback.Voice == Voice.Public ? 1 : 0, followers);
    }

    private void CountCampaigns(Feedback feedback, long ticks, bool dateOnly, bool isRepeat)
    {
        foreach (var key in feedback.Campaigns)
        {
            if (Scope.Campaigns.Contains(key))
            {
                if (isRepeat) _notes.Read(DigestText.WithoutGaps(feedback.Text));
                if (!Campaigns.TryGetValue(key, out var campaign)) Campaigns[key] = campaign = new CampaignTally();
                campaign.Add(new KeptItemMaker(Scope, feedback, ticks, dateOnly, _notes), DayOf(ticks), isRepeat, _notes.Pledges);
            }

            if (!isRepeat && Scope.Chats.Contains(key))
            {
                if (!Chats.TryGetValue(key, out var chat)) Chats[key] = chat = new ChatTally(Scope.Options.TranscriptLimit);
                chat.Add(new KeptItemMaker(Scope, feedback, ticks, dateOnly, _notes), HourOf(ticks), dateOnly);
            }
        }
    }

    /// <returns>The hour, or for a mention with only a date a key of its own for the day.</returns>
    private int CountTime(long ticks, bool dateOnly)
    {
        var day = DayOf(ticks);
        CollectionsMarshal.GetValueRefOrAddDefault(Days, day, out _)++;
        if (dateOnly) return -day - 1;
        CollectionsMarshal.GetValueRefOrAddDefault(TimedDays, day, out _)++;
        var hour = HourOf(ticks);
        CollectionsMarshal.GetValueRefOrAddDefault(Hours, hour, out _)++;
        return hour;
    }

    private void AddName(ulong author, string name)
    {
        name = DigestText.Clean(name, 60);
        if (!Names.TryGetValue(author, out var known) || string.CompareOrdinal(name, known) < 0) Names[author] = name;
    }

    private bool TryDate(Mention mention, out long ticks, out bool dateOnly)
    {
        dateOnly = mention.Published is null;
        if (mention.Published is { } instant)
        {
            ticks = instant.ToUnixTimeTicks();
            return true;
        }

        ticks = mention.PublishedOn is { } date ? Scope.Zone.AtStartOfDay(date).ToInstant().ToUnixTimeTicks() : 0;
        return mention.PublishedOn is not null;
    }

    internal static int HourOf(long ticks) => (int)Math.DivRem(ticks, NodaConstants.TicksPerHour, out var rest) - (rest < 0 ? 1 : 0);

    private int DayOf(long ticks)
    {
        var offset = Scope.Zone.GetUtcOffset(Instant.FromUnixTimeTicks(ticks)).Ticks;
        var local = ticks + offset;
        return (int)Math.DivRem(local, NodaConstants.TicksPerDay, out var rest) - (rest < 0 ? 1 : 0);
    }

    private static int Index(Feedback feedback) => ((int)feedback.Voice * Labels) + (int)feedback.Sentiment.Label;

    private void AddInput(ulong hash)
    {
        unchecked
        {
            InputA += hash;
            InputB += StableHash.Mix(hash, 0x5851F42D4C957F2D);
        }
    }
}
