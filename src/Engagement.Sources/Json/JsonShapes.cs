using System.Text;
using System.Text.Json;

namespace Engagement.Sources.Json;

/// <summary>Whose JSON an object is.</summary>
internal enum JsonShape
{
    Unknown,
    Own,
    X2Post,
    X2Page,
    X1Post,
    XArchivePost,
    MastodonStatus,
    Activity,
    BlueskyPost,
    BlueskyFeedItem,
    CareOpinionStory,
    NhsUkReview,
    NhsUkComment,
    FacebookPost,

    /// <summary>A page whose posts stand in a list named <c>data</c>, each by itself.</summary>
    DataPage,

    /// <summary>A page whose posts stand in another list.</summary>
    Page,
}

/// <summary>Tells shapes apart by the names of their fields.</summary>
internal static class JsonShapes
{
    /// <summary>The shape of an object.</summary>
    /// <exception cref="JsonException">It is not sound JSON, or too deep.</exception>
    public static JsonShape Find(ReadOnlySpan<byte> item, int maximumDepth, out string names)
    {
        var reader = new Utf8JsonReader(item, new JsonReaderOptions { MaxDepth = maximumDepth });
        names = "none";
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return JsonShape.Unknown;
        var found = Names(ref reader, out names, out var dataIsFacebook);
        // To the end, so that what is not sound is said here.
        while (reader.Read())
        {
        }

        return Find(found, dataIsFacebook);
    }

    private static JsonShape Find(HashSet<string> has, bool dataIsFacebook)
    {
        bool Any(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (has.Contains(name)) return true;
            }

            return false;
        }

        if ((Any("actor") && Any("object")) || (Any("attributedTo") && Any("content"))) return JsonShape.Activity;
        if (Any("tweet") && !Any("text", "content")) return JsonShape.XArchivePost;
        if (Any("data") && !Any("text")) return dataIsFacebook ? JsonShape.DataPage : JsonShape.X2Page;
        if (Any("errors") && !Any("id", "text")) return JsonShape.X2Page;
        if (Any("orderedItems") || (Any("statuses", "posts", "feed", "comments") && !Any("id", "text", "message", "uri", "commentText"))) return JsonShape.Page;
        if (Any("record", "value") && Any("uri")) return JsonShape.BlueskyPost;
        if (Any("post") && !Any("id", "text")) return JsonShape.BlueskyFeedItem;
        if (Any("account") && Any("content", "reblog")) return JsonShape.MastodonStatus;
        if (Any("commentText")) return JsonShape.NhsUkComment;
        if (Any("comment") && !Any("text")) return JsonShape.NhsUkReview;
        if (Any("full_text", "id_str", "screen_name", "from_user", "user", "favorite_count") && Any("text", "full_text", "id_str")) return JsonShape.X1Post;
        if (Any("dateOfSubmission", "dateOfPublication", "healthServices") || (Any("title") && Any("body"))) return JsonShape.CareOpinionStory;
        if (Any("author_id", "public_metrics", "edit_history_tweet_ids", "conversation_id", "created_at", "note_tweet") && Any("text")) return JsonShape.X2Post;
        if (Any("message", "created_time", "permalink_url", "story") && !Any("text")) return JsonShape.FacebookPost;
        return Any("id", "text", "platform", "published") ? JsonShape.Own : JsonShape.Unknown;
    }

    private static HashSet<string> Names(ref Utf8JsonReader reader, out string listed, out bool dataIsFacebook)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var list = new StringBuilder();
        dataIsFacebook = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            var name = JsonValues.Unescape(ref reader);
            if (found.Count < 200 && found.Add(name) && found.Count <= 12) list.Append(list.Length > 0 ? ", " : "").Append('\'').Append(name.Length > 40 ? name[..40] : name).Append('\'');
            if (!isData) reader.Skip();
            else dataIsFacebook = IsFacebook(ref reader);
        }

        if (found.Count > 12) list.Append(", …");
        listed = list.Length == 0 ? "none" : list.ToString();
        return found;
    }

    private static bool IsFacebook(ref Utf8JsonReader reader)
    {
        var isFacebook = false;
        if (!JsonValues.IntoArray(ref reader)) return false;
        var isFirst = true;
        while (JsonValues.NextObject(ref reader))
        {
            while (JsonValues.NextName(ref reader))
            {
                if (isFirst) isFacebook |= reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("created_time"u8) || reader.ValueTextEquals("permalink_url"u8);
                reader.Skip();
            }

            isFirst = false;
        }

        return isFacebook;
    }
}
