using System.Runtime.InteropServices;

namespace Engagement.Digests;

internal sealed partial class DigestTally
{
    public static void AddAll<TKey>(Dictionary<TKey, long> to, Dictionary<TKey, long> from)
        where TKey : notnull
    {
        foreach (var (key, count) in from) CollectionsMarshal.GetValueRefOrAddDefault(to, key, out _) += count;
    }

    public void Merge(DigestTally other)
    {
        unchecked
        {
            InputA += other.InputA;
            InputB += other.InputB;
        }

        AddAll(Shown, other.Shown);
        AddAll(Before, other.Before);
        AddAll(Star, other.Star);
        ReadBefore += other.ReadBefore;
        ReadInWindow += other.ReadInWindow;
        LastDay += other.LastDay;
        Read += other.Read;
        Elsewhere += other.Elsewhere;
        Urgent += other.Urgent;
        Undelivered += other.Undelivered;
        AwaitingApproval += other.AwaitingApproval;
        Rejected += other.Rejected;
        OutsideWindow += other.OutsideWindow;
        Undated += other.Undated;
        Doubtful += other.Doubtful;
        Notices += other.Notices;
        RepeatsSeen += other.RepeatsSeen;
        Problems += other.Problems;
        Redacted += other.Redacted;
        Impressions = AuthorTable.Saturate(Impressions, other.Impressions);
        Posts += other.Posts;
        PostsUnknown += other.PostsUnknown;
        Timed += other.Timed;
        FirstTicks = Math.Min(FirstTicks, other.FirstTicks);
        LastTicks = Math.Max(LastTicks, other.LastTicks);
        Awaiting.UnionWith(other.Awaiting);
        while (Awaiting.Count > MostAwaiting) Awaiting.Remove(Awaiting.Max!);
        Authors.Merge(other.Authors);
        Words.Merge(other.Words);
        Hashtags.Merge(other.Hashtags);
        Links.Merge(other.Links);
        AddAll(Platforms, other.Platforms);
        AddAll(Hours, other.Hours);
        AddAll(Days, other.Days);
        AddAll(TimedDays, other.TimedDays);
        MaxAll(EarlierHours, other.EarlierHours);
        MaxAll(EarlierDays, other.EarlierDays);
        if (other.HasEarlierShown) TakeEarlier(other.EarlierShown);
        Praise.Merge(other.Praise);
        Learn.Merge(other.Learn);
        for (var i = 0; i < StarItems.Length; i++) StarItems[i].Merge(other.StarItems[i]);
        Colleagues.Merge(other.Colleagues);
        Celebrations.Merge(other.Celebrations);
        foreach (var (hour, items) in other.HourItems)
        {
            if (!HourItems.TryGetValue(hour, out var mine)) HourItems[hour] = mine = new TopItems(MostBusyHourItems, Comparer<KeptItem>.Default.Compare);
            mine.Merge(items);
        }

        AddAll(Repeats, other.Repeats);
        Answered.UnionWith(other.Answered);
        foreach (var (key, campaign) in other.Campaigns)
        {
            if (!Campaigns.TryGetValue(key, out var mine)) Campaigns[key] = mine = new CampaignTally();
            mine.Merge(campaign);
        }

        foreach (var (key, chat) in other.Chats)
        {
            if (!Chats.TryGetValue(key, out var mine)) Chats[key] = mine = new ChatTally(Scope.Options.TranscriptLimit);
            mine.Merge(chat);
        }

        foreach (var (author, name) in other.Names) AddName(author, name);
    }

    /// <summary>Takes from the builder of an earlier window what later ones are compared with.</summary>
    public void AddEarlier(DigestTally earlier, bool isPrevious)
    {
        MaxAll(EarlierHours, earlier.Hours);
        MaxAll(EarlierHours, earlier.EarlierHours);
        MaxAll(EarlierDays, earlier.TimedDays);
        MaxAll(EarlierDays, earlier.EarlierDays);
        if (isPrevious) TakeEarlier(earlier.Shown);
    }

    public void Save(DigestFile.Writer to)
    {
        to.ULong(InputA);
        to.ULong(InputB);
        foreach (var count in Numbers()) to.Long(count);
        Save(to, Shown);
        Save(to, Before);
        Save(to, Star);
        Save(to, EarlierShown);
        to.Texts([.. Awaiting]);
        Authors.Save(to);
        Words.Save(to);
        Hashtags.Save(to);
        Links.Save(to);
        to.Table(Platforms);
        to.Table(Hours);
        to.Table(Days);
        to.Table(TimedDays);
        to.Table(EarlierHours);
        to.Table(EarlierDays);
        Praise.Save(to);
        Learn.Save(to);
        foreach (var items in StarItems) items.Save(to);
        Colleagues.Save(to);
        Celebrations.Save(to);
        to.ULong((ulong)HourItems.Count);
        foreach (var (hour, items) in HourItems)
        {
            to.Long(hour);
            items.Save(to);
        }

        to.Table(Repeats);
        to.Table(Answered.Select(id => KeyValuePair.Create(id, 1L)));
        to.ULong((ulong)Campaigns.Count);
        foreach (var (key, campaign) in Campaigns)
        {
            to.Text(key);
            campaign.Save(to);
        }

        to.ULong((ulong)Chats.Count);
        foreach (var (key, chat) in Chats)
        {
            to.Text(key);
            chat.Save(to);
        }

        to.ULong((ulong)Names.Count);
        foreach (var (author, name) in Names.OrderBy(pair => pair.Key))
        {
            to.ULong(author);
            to.Text(name);
        }
    }

    public void Load(DigestFile.Reader from)
    {
        InputA = from.ULong();
        InputB = from.ULong();
        ReadBefore = from.Long();
        ReadInWindow = from.Long();
        LastDay = from.Long();
        Read = from.Long();
        Elsewhere = from.Long();
        Urgent = from.Long();
        Undelivered = from.Long();
        AwaitingApproval = from.Long();
        Rejected = from.Long();
        OutsideWindow = from.Long();
        Undated = from.Long();
        Doubtful = from.Long();
        Notices = from.Long();
        RepeatsSeen = from.Long();
        Problems = from.Long();
        Redacted = from.Long();
        Impressions = from.Long();
        Posts = from.Long();
        PostsUnknown = from.Long();
        Timed = from.Long();
        FirstTicks = from.Long();
        LastTicks = from.Long();
        HasEarlierShown = from.Long(0, 1) == 1;
        Load(from, Shown);
        Load(from, Before);
        Load(from, Star);
        Load(from, EarlierShown);
        Awaiting.UnionWith(from.Texts());
        Authors.Load(from);
        Words.Load(from);
        Hashtags.Load(from);
        Links.Load(from);
        from.Table((int key, long count) => Platforms[key] = count);
        from.Table((int key, long count) => Hours[key] = count);
        from.Table((int key, long count) => Days[key] = count);
        from.Table((int key, long count) => TimedDays[key] = count);
        from.Table((int key, long count) => EarlierHours[key] = count);
        from.Table((int key, long count) => EarlierDays[key] = count);
        Praise.Load(from);
        Learn.Load(from);
        foreach (var items in StarItems) items.Load(from);
        Colleagues.Load(from);
        Celebrations.Load(from);
        for (var count = from.Count(); count > 0; count--)
        {
            var items = new TopItems(MostBusyHourItems, Comparer<KeptItem>.Default.Compare);
            HourItems[(int)from.Long(int.MinValue, int.MaxValue)] = items;
            items.Load(from);
        }

        from.Table((ulong key, long count) => Repeats[key] = count);
        from.Table((ulong key, long _) => Answered.Add(key));
        for (var count = from.Count(); count > 0; count--)
        {
            var campaign = new CampaignTally();
            Campaigns[from.Text()] = campaign;
            campaign.Load(from);
        }

        for (var count = from.Count(); count > 0; count--)
        {
            var chat = new ChatTally(Scope.Options.TranscriptLimit);
            Chats[from.Text()] = chat;
            chat.Load(from);
        }

        for (var count = from.Count(); count > 0; count--) Names[from.ULong()] = from.Text();
    }

    private IEnumerable<long> Numbers() =>
    [
        ReadBefore, ReadInWindow, LastDay, Read, Elsewhere, Urgent, Undelivered, AwaitingApproval, Rejected, OutsideWindow, Undated, Doubtful, Notices, RepeatsSeen,
        Problems, Redacted, Impressions, Posts, PostsUnknown, Timed, FirstTicks, LastTicks, HasEarlierShown ? 1 : 0,
    ];

    private static void Save(DigestFile.Writer to, long[] values)
    {
        foreach (var value in values) to.Long(value);
    }

    private static void Load(DigestFile.Reader from, long[] values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = from.Long();
    }

    private static void AddAll(long[] to, long[] from)
    {
        for (var i = 0; i < to.Length; i++) to[i] += from[i];
    }

    private static void MaxAll(Dictionary<int, long> to, Dictionary<int, long> from)
    {
        foreach (var (key, count) in from)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(to, key, out _);
            mine = Math.Max(mine, count);
        }
    }

    // The same history may be given twice, to parts that are merged later: the larger counts, not the sum.
    private void TakeEarlier(long[] shown)
    {
        HasEarlierShown = true;
        for (var i = 0; i < shown.Length; i++) EarlierShown[i] = Math.Max(EarlierShown[i], shown[i]);
    }
}
