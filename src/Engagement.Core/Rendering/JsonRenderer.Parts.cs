using System.Globalization;
using System.Text.Json;
using Engagement.Digests;
using NodaTime;
using NodaTime.Text;

namespace Engagement.Rendering;

internal sealed partial class JsonRenderer
{
    private static void Counts(Utf8JsonWriter json, string name, SentimentCounts? counts)
    {
        if (counts is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("mentions", counts.Mentions);
        json.WriteNumber("positive", counts.Positive);
        json.WriteNumber("neutral", counts.Neutral);
        json.WriteNumber("negative", counts.Negative);
        json.WriteNumber("mixed", counts.Mixed);
        json.WriteNumber("unsupported", counts.Unsupported);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, string name, IReadOnlyList<DigestItem> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            Item(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter json, DigestItem item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("platform", PlatformKey(item.Platform.ToString()));
        json.WriteString("voice", Key(item.Voice.ToString()));
        json.WriteString("label", Key(item.Label.ToString()));
        if (item.At is { } at) json.WriteString("at", InstantPattern.ExtendedIso.Format(at));
        else json.WriteNull("at");
        json.WriteString("on", LocalDatePattern.Iso.Format(item.On));
        json.WriteString("title", item.Title);
        json.WriteString("text", item.Text);
        json.WriteString("gist", item.Gist);
        if (item.Confidence is { } confidence) json.WriteNumber("confidence", confidence);
        else json.WriteNull("confidence");
        json.WriteString("author", item.Author);
        json.WriteString("link", item.Link);
        Strings(json, "teams", item.Teams);
        Strings(json, "people", item.People);
        Strings(json, "star", item.StarPoints);
        json.WriteNumber("times", item.Times);
    }

    private static void Opportunity(Utf8JsonWriter json, Opportunity opportunity)
    {
        json.WriteStartObject();
        Item(json, opportunity.Item);
        json.WriteNumber("mentions", opportunity.Mentions);
        json.WriteBoolean("clear", opportunity.IsClear);
        Strings(json, "others", opportunity.Others);
        Strings(json, "weakened", opportunity.Weakened);
        json.WriteBoolean("pickedUp", opportunity.PickedUp);
        json.WriteString("reply", Key(opportunity.Reply.ToString()));
        json.WriteString("replyReason", opportunity.ReplyReason);
        json.WriteEndObject();
    }

    private static void Loop(Utf8JsonWriter json, ImprovementLoop? loop)
    {
        if (loop is null)
        {
            json.WriteNull("loop");
            return;
        }

        json.WriteStartObject("loop");
        json.WriteNumber("raised", loop.Raised);
        json.WriteNumber("changed", loop.Changed);
        json.WriteNumber("confirmed", loop.Confirmed);
        json.WriteStartArray("concerns");
        foreach (var concern in loop.Concerns)
        {
            json.WriteStartObject();
            json.WriteString("id", concern.Id);
            json.WriteString("name", concern.Name);
            json.WriteString("stage", Key(concern.Stage.ToString()));
            json.WriteString("on", LocalDatePattern.Iso.Format(concern.On));
            json.WriteString("note", concern.Note);
            json.WriteBoolean("moved", concern.Moved);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Listening(Utf8JsonWriter json, ListeningFigures figures)
    {
        json.WriteStartObject("listening");
        Pair(json, "strength", figures.LastDay, figures.ReadInWindow);
        json.WriteStartObject("sentiment");
        json.WriteNumber("positive", figures.Positive);
        json.WriteNumber("negative", figures.Negative);
        json.WriteEndObject();
        Pair(json, "passion", figures.ByReturningAuthors, figures.WithAuthor);
        Pair(json, "reach", figures.Authors, figures.WithAuthor);
        if (figures.LastMention is { } last) json.WriteString("lastMention", InstantPattern.ExtendedIso.Format(last));
        else json.WriteNull("lastMention");
        if (figures.MinutesBetween is { } minutes) json.WriteNumber("minutesBetween", minutes);
        else json.WriteNull("minutesBetween");
        json.WriteNumber("wordSample", figures.WordSample);
        json.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter json, string name, long count, long of)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", count);
        json.WriteNumber("of", of);
        json.WriteEndObject();
    }

    private static void Reach(Utf8JsonWriter json, ReachFigures reach)
    {
        json.WriteStartObject("reach");
        json.WriteNumber("posts", reach.Posts);
        json.WriteNumber("postsUnknown", reach.PostsUnknown);
        json.WriteNumber("impressions", reach.Impressions);
        json.WriteNumber("authors", reach.Authors);
        json.WriteNumber("authorsUnknown", reach.AuthorsUnknown);
        json.WriteNumber("reach", reach.Reach);
        json.WriteEndObject();
    }

    private static void Peaks(Utf8JsonWriter json, PeakFigures peaks)
    {
        json.WriteStartObject("peaks");
        json.WriteNumber("weeksOfHistory", peaks.WeeksOfHistory);
        json.WriteNumber("untimed", peaks.Untimed);
        json.WriteStartArray("peaks");
        foreach (var peak in peaks.Peaks)
        {
            json.WriteStartObject();
            json.WriteString("start", LocalDateTimePattern.ExtendedIso.Format(peak.Start));
            json.WriteString("length", peak.IsDay ? "day" : "hour");
            json.WriteNumber("mentions", peak.Mentions);
            json.WriteNumber("usual", peak.Usual);
            json.WriteNumber("robustZHundredths", peak.RobustZ);
            Strings(json, "words", peak.Words);
            Items(json, "posts", peak.Posts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Campaign(Utf8JsonWriter json, CampaignFigures campaign)
    {
        json.WriteStartObject();
        json.WriteString("id", campaign.Id);
        json.WriteString("name", campaign.Name);
        json.WriteString("hashtag", campaign.Hashtag);
        json.WriteNumber("posts", campaign.Posts);
        json.WriteNumber("participants", campaign.Participants);
        json.WriteNumber("participantsUnknown", campaign.ParticipantsUnknown);
        json.WriteNumber("pledges", campaign.Pledges);
        json.WriteNumber("impressions", campaign.Impressions);
        json.WriteNumber("reach", campaign.Reach);
        json.WriteNumber("supporters", campaign.Supporters);
        json.WriteNumber("potentialReach", campaign.PotentialReach);
        Tally(json, "days", "day", campaign.Days);
        json.WriteString("peakDay", campaign.PeakDay?.Name);
        Tally(json, "platforms", "platform", [.. campaign.Platforms.Select(platform => platform with { Name = PlatformKey(platform.Name) })]);
        Items(json, "quotes", campaign.Quotes);
        Items(json, "pledged", campaign.Pledged);
        json.WriteString("question", campaign.Question);
        json.WriteString("summary", campaign.Summary);
        Strings(json, "thanked", campaign.Thanked);
        json.WriteEndObject();
    }

    private static void Chat(Utf8JsonWriter json, ChatFigures chat)
    {
        json.WriteStartObject();
        json.WriteString("id", chat.Id);
        json.WriteString("name", chat.Name);
        json.WriteString("hashtag", chat.Hashtag);
        json.WriteNumber("posts", chat.Posts);
        json.WriteNumber("participants", chat.Participants);
        json.WriteNumber("hours", chat.Hours);
        json.WriteNumber("busiestHour", chat.BusiestHour);
        json.WriteNumber("impressions", chat.Impressions);
        json.WriteNumber("reach", chat.Reach);
        json.WriteStartArray("questions");
        foreach (var question in chat.Questions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", question.Number);
            json.WriteString("question", question.Question?.Text);
            Items(json, "answers", question.Answers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Items(json, "transcript", chat.Transcript);
        Items(json, "quotes", chat.Quotes);
        json.WriteEndObject();
    }

    private static void Celebration(Utf8JsonWriter json, Celebration celebration)
    {
        json.WriteStartObject();
        json.WriteString("kind", Key(celebration.Kind.ToString()));
        json.WriteString("text", celebration.Text);
        json.WriteString("id", celebration.Found?.Id);
        json.WriteStartArray("posts");
        foreach (var post in celebration.Posts)
        {
            json.WriteStartObject();
            json.WriteString("platform", PlatformKey(post.Platform.ToString()));
            json.WriteString("text", post.Text);
            json.WriteNumber("length", post.Length);
            json.WriteNumber("most", post.Most);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Tally(Utf8JsonWriter json, string name, string key, IReadOnlyList<DigestCount> counts)
    {
        json.WriteStartArray(name);
        foreach (var count in counts)
        {
            json.WriteStartObject();
            json.WriteString(key, count.Name);
            json.WriteNumber("count", count.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // As Mention's own JSON names platforms: camel case.
    private static string PlatformKey(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    // The keys of the programs' fixed forms.
    private static string StarKey(Star.StarPoint point) => point switch
    {
        Star.StarPoint.HealthyAndSafe => "healthy_safe",
        Star.StarPoint.RoleCounts => "role_counts",
        _ => Key(point.ToString()),
    };

    private static string In(Instant instant, string zone)
    {
        var local = instant.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc);
        return OffsetDateTimePattern.ExtendedIso.WithCulture(CultureInfo.InvariantCulture).Format(local.ToOffsetDateTime());
    }
}
