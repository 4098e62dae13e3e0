using System.Runtime.InteropServices;
using Engagement.Sentiment;

namespace Engagement.Digests;

/// <summary>What is counted of one campaign.</summary>
internal sealed class CampaignTally
{
    public long Posts { get; private set; }

    public long Pledges { get; private set; }

    public long Impressions { get; private set; }

    public AuthorTable Participants { get; } = new();

    public Dictionary<int, long> Days { get; } = [];

    public Dictionary<int, long> Platforms { get; } = [];

    public TopItems Quotes { get; } = new(12, Comparer<KeptItem>.Default.Compare);

    /// <summary>What people pledged, for those who collect it.</summary>
    public TopItems PledgePosts { get; } = new(12, Comparer<KeptItem>.Default.Compare);

    /// <summary>Participants' handles are needed only for those who agreed to be named: their keys are looked up.</summary>
    public void Add(KeptItemMaker maker, int day, bool isRepeat, bool pledges)
    {
        var mention = maker.Feedback.Mention;
        Posts++;
        if (pledges && !isRepeat) Pledges++;
        var followers = mention.Author?.Followers is { } known ? Math.Max(0, known) : -1;
        if (followers > 0) Impressions = AuthorTable.Saturate(Impressions, followers);
        if (maker.Author != 0) Participants.Add(maker.Author, isRepeat ? 0 : 1, followers);
        CollectionsMarshal.GetValueRefOrAddDefault(Days, day, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(Platforms, (int)mention.Platform, out _)++;
        if (isRepeat || maker.Feedback.Sentiment.Label is SentimentLabel.Negative or SentimentLabel.Mixed) return;
        var rank = maker.PraiseRank;
        var kept = pledges ? PledgePosts : Quotes;
        if (kept.MayKeep(rank, mention.Id)) kept.Add(maker.AuthorOrSelf, maker.Make(rank));
    }

    public void Merge(CampaignTally other)
    {
        Posts += other.Posts;
        Pledges += other.Pledges;
        Impressions = AuthorTable.Saturate(Impressions, other.Impressions);
        Participants.Merge(other.Participants);
        DigestTally.AddAll(Days, other.Days);
        DigestTally.AddAll(Platforms, other.Platforms);
        Quotes.Merge(other.Quotes);
        PledgePosts.Merge(other.PledgePosts);
    }

    public void Save(DigestFile.Writer to)
    {
        to.Long(Posts);
        to.Long(Pledges);
        to.Long(Impressions);
        Participants.Save(to);
        to.Table(Days);
        to.Table(Platforms);
        Quotes.Save(to);
        PledgePosts.Save(to);
    }

    public void Load(DigestFile.Reader from)
    {
        Posts = from.Long();
        Pledges = from.Long();
        Impressions = from.Long();
        Participants.Load(from);
        from.Table((int key, long count) => Days[key] = count);
        from.Table((int key, long count) => Platforms[key] = count);
        Quotes.Load(from);
        PledgePosts.Load(from);
    }
}
