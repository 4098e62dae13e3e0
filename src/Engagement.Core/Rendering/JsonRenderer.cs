using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Engagement.Digests;

namespace Engagement.Rendering;

/// <summary>One JSON object. Keys in camel case, labels in snake case, null where nothing is known.</summary>
internal sealed partial class JsonRenderer : IDigestRenderer
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Letters of all scripts stay readable; what HTML could mistake is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var bytes = new System.Buffers.ArrayBufferWriter<byte>(16_384);
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(json, digest);
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary><c>HealthyAndSafe</c> as <c>healthy_and_safe</c>.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0) key.Append('_');
            key.Append(char.ToLowerInvariant(name[i]));
        }

        return key.ToString();
    }

    private static void Write(Utf8JsonWriter json, Digest digest)
    {
        json.WriteStartObject();
        json.WriteNumber("version", Digest.FormatVersion);
        json.WriteString("id", digest.Id);
        json.WriteString("revision", digest.Revision);
        json.WriteString("trust", digest.TrustName);
        json.WriteString("audience", digest.AudienceId);
        json.WriteString("audienceName", digest.AudienceName);
        json.WriteString("scope", Key(digest.Scope.ToString()));
        json.WriteStartObject("window");
        json.WriteString("start", In(digest.Window.Start, digest.Window.Zone));
        json.WriteString("end", In(digest.Window.End, digest.Window.Zone));
        json.WriteString("zone", digest.Window.Zone);
        json.WriteString("name", digest.Window.Name);
        json.WriteEndObject();
        json.WriteBoolean("shouldSend", digest.ShouldSend);
        json.WriteString("tone", Key(digest.Tone.ToString()));
        Counts(json, "counts", digest.Counts);
        Counts(json, "previous", digest.Previous);
        json.WriteStartObject("voices");
        foreach (var figures in digest.Voices)
        {
            json.WriteStartObject(Key(figures.Voice.ToString()));
            Counts(json, "counts", figures.Counts);
            Counts(json, "previous", figures.Previous);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (digest.PositiveShare is { } share)
        {
            json.WriteStartObject("positiveShare");
            json.WriteNumber("count", share.Count);
            json.WriteNumber("of", share.Of);
            json.WriteNumber("percent", share.Percent);
            json.WriteNumber("low", share.Low);
            json.WriteNumber("high", share.High);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("positiveShare");
        }

        Items(json, "praise", digest.Praise);
        Items(json, "morePraise", digest.MorePraise);
        json.WriteStartArray("learn");
        foreach (var opportunity in digest.Learn) Opportunity(json, opportunity);
        json.WriteEndArray();
        json.WriteStartArray("moreToLearn");
        foreach (var opportunity in digest.MoreToLearn) Opportunity(json, opportunity);
        json.WriteEndArray();
        json.WriteNumber("furtherToLearn", digest.FurtherOpportunities);
        json.WriteStartArray("star");
        foreach (var point in digest.Star)
        {
            json.WriteStartObject();
            json.WriteString("point", StarKey(point.Point));
            json.WriteString("name", point.Name);
            json.WriteNumber("strengthened", point.Strengthened);
            json.WriteNumber("weakened", point.Weakened);
            Items(json, "strengthenedBy", point.StrengthenedBy);
            Items(json, "weakenedBy", point.WeakenedBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Loop(json, digest.Loop);
        Listening(json, digest.Listening);
        Reach(json, digest.Reach);
        Tally(json, "words", "word", digest.Words);
        Tally(json, "hashtags", "tag", digest.Hashtags);
        Tally(json, "links", "link", digest.Links);
        Tally(json, "sources", "platform", [.. digest.Sources.Select(source => source with { Name = PlatformKey(source.Name) })]);
        Tally(json, "days", "day", digest.Days);
        Tally(json, "authors", "author", digest.Authors);
        Peaks(json, digest.Peaks);
        json.WriteStartArray("campaigns");
        foreach (var campaign in digest.Campaigns) Campaign(json, campaign);
        json.WriteEndArray();
        json.WriteStartArray("chats");
        foreach (var chat in digest.Chats) Chat(json, chat);
        json.WriteEndArray();
        json.WriteStartArray("celebrate");
        foreach (var celebration in digest.Celebrate) Celebration(json, celebration);
        json.WriteEndArray();
        Items(json, "colleagues", digest.Colleagues);
        json.WriteStartObject("leftOut");
        json.WriteNumber("read", digest.LeftOut.Read);
        json.WriteNumber("elsewhere", digest.LeftOut.Elsewhere);
        json.WriteNumber("urgent", digest.LeftOut.Urgent);
        json.WriteNumber("undelivered", digest.LeftOut.Undelivered);
        json.WriteNumber("awaitingApproval", digest.LeftOut.AwaitingApproval);
        json.WriteNumber("rejected", digest.LeftOut.Rejected);
        json.WriteNumber("outsideWindow", digest.LeftOut.OutsideWindow);
        json.WriteNumber("undated", digest.LeftOut.Undated);
        json.WriteNumber("doubtful", digest.LeftOut.Doubtful);
        json.WriteNumber("notices", digest.LeftOut.Notices);
        json.WriteNumber("repeats", digest.LeftOut.Repeats);
        json.WriteNumber("problems", digest.LeftOut.Problems);
        json.WriteNumber("total", digest.LeftOut.Total);
        Strings(json, "awaiting", digest.LeftOut.Awaiting);
        json.WriteEndObject();
        json.WriteNumber("redacted", digest.Redacted);
        json.WriteEndObject();
    }
}
