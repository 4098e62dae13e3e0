using System.Runtime.InteropServices;
using Engagement.Sentiment;

namespace Engagement.Digests;

/// <summary>What is counted and kept of one chat.</summary>
internal sealed class ChatTally(int transcriptLimit)
{
    // Long enough for any platform's post, so that a transcript is not cut.
    private const int PostLength = 600;

    public long Posts { get; private set; }

    public long Impressions { get; private set; }

    public AuthorTable Participants { get; } = new();

    public Dictionary<int, long> Hours { get; } = [];

    public TopItems Transcript { get; } = new(transcriptLimit, KeptItem.CompareByTime);

    public TopItems Quotes { get; } = new(9, Comparer<KeptItem>.Default.Compare);

    public void Add(KeptItemMaker maker, int hour, bool dateOnly)
    {
        var mention = maker.Feedback.Mention;
        Posts++;
        var followers = mention.Author?.Followers is { } known ? Math.Max(0, known) : -1;
        if (followers > 0) Impressions = AuthorTable.Saturate(Impressions, followers);
        if (maker.Author != 0) Participants.Add(maker.Author, 1, followers);
        if (!dateOnly) CollectionsMarshal.GetValueRefOrAddDefault(Hours, hour, out _)++;
        if (Transcript.MayKeepAt(maker.Ticks)) Transcript.Add(maker.Self, maker.Make(0, textLength: PostLength));
        if (maker.Notes.Question > 0 || maker.Feedback.Sentiment.Label is SentimentLabel.Negative or SentimentLabel.Mixed) return;
        var rank = Math.Max(0, mention.Counts?.Likes ?? 0);
        if (Quotes.MayKeep(rank, mention.Id)) Quotes.Add(maker.AuthorOrSelf, maker.Make(rank));
    }

    /// <summary>Whether a post fell in the run of hours around the busiest one; any did where no hour had two posts.</summary>
    public bool IsOfItsHours(KeptItem item)
    {
        var most = Hours.Count == 0 ? 0 : Hours.Values.Max();
        if (most < 2) return true;
        if (item.DateOnly) return false;
        var hour = DigestTally.HourOf(item.Ticks);
        var busiest = Hours.Where(pair => pair.Value == most).Min(pair => pair.Key);
        for (var between = Math.Min(hour, busiest); between <= Math.Max(hour, busiest); between++)
        {
            if (!Hours.ContainsKey(between)) return false;
        }

        return true;
    }

    public void Merge(ChatTally other)
    {
        Posts += other.Posts;
        Impressions = AuthorTable.Saturate(Impressions, other.Impressions);
        Participants.Merge(other.Participants);
        DigestTally.AddAll(Hours, other.Hours);
        Transcript.Merge(other.Transcript);
        Quotes.Merge(other.Quotes);
    }

    public void Save(DigestFile.Writer to)
    {
        to.Long(Posts);
        to.Long(Impressions);
        Participants.Save(to);
        to.Table(Hours);
        Transcript.Save(to);
        Quotes.Save(to);
    }

    public void Load(DigestFile.Reader from)
    {
        Posts = from.Long();
        Impressions = from.Long();
        Participants.Load(from);
        from.Table((int key, long count) => Hours[key] = count);
        Transcript.Load(from);
        Quotes.Load(from);
    }
}
