using Engagement.Mentions;
using Engagement.Privacy;

namespace Engagement.Digests;

/// <summary>Hashes all of a feedback that can change a digest.</summary>
internal static class InputHash
{
    public static ulong Of(Feedback feedback, string? repeatOf, RepeatKind kind, bool undelivered)
    {
        var hash = new StableHash(3);
        var mention = feedback.Mention;
        hash.Add(mention.Id);
        hash.Add((long)mention.Platform);
        hash.Add(mention.Author?.Handle);
        hash.Add(mention.Author?.DisplayName);
        hash.Add(mention.Author?.Followers ?? -1);
        hash.Add(mention.Published?.ToUnixTimeTicks() ?? long.MinValue);
        hash.Add(mention.PublishedOn is { } date ? (date.Year * 512L) + date.DayOfYear : -1);
        hash.Add(mention.DateIsDoubtful ? 1L : 0L);
        hash.Add(mention.Link);
        hash.Add(mention.Place);
        hash.Add(mention.Counts?.Likes ?? -1);
        hash.Add(mention.ReplyTo);
        hash.Add(mention.RepostOf);
        hash.Add(mention.QuoteOf);
        hash.Add((long)feedback.Voice);
        foreach (var route in feedback.Routing.Routes)
        {
            hash.Add((long)route.Kind);
            hash.Add(route.Id);
        }

        foreach (var campaign in feedback.Campaigns) hash.Add(campaign);
        hash.Add((long)feedback.Sentiment.Label);
        hash.Add((long)(feedback.Sentiment.Score * 1_000_000));
        foreach (var finding in feedback.Star)
        {
            hash.Add((long)finding.Point);
            hash.Add((long)finding.Direction);
            hash.Add((long)(finding.Confidence * 1_000_000));
        }

        hash.Add((long)feedback.Urgency.Severity);
        hash.Add(feedback.Notice is { } notice ? (long)notice.Kind : -1);
        hash.Add((long)feedback.Reply.Action);
        hash.Add(feedback.Reply.Reason);
        Add(ref hash, feedback.Title);
        Add(ref hash, feedback.Text);
        foreach (var tag in feedback.Hashtags) hash.Add(tag);
        foreach (var link in feedback.Links) hash.Add(link);
        hash.Add(feedback.RepeatKey);
        hash.Add(repeatOf);
        if (kind == RepeatKind.Version) hash.Add(nameof(RepeatKind.Version));
        hash.Add(undelivered ? 1L : 0L);
        return hash.Value;
    }

    private static void Add(ref StableHash hash, RedactedText? text)
    {
        hash.Add(text?.Text);
        if (text is null) return;
        foreach (var redaction in text.Redactions) hash.Add(((long)redaction.Kind << 40) + redaction.Span.Start);
    }
}
