using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Engagement.Mentions;

namespace Engagement.Sources.Json;

/// <summary>One JSON object to mentions: finds out which platform's shape it has, and remembers, since files rarely mix.</summary>
internal sealed class JsonItemReader(string source, MentionFileOptions options)
{
    private const string BrokenName = "a character in the name of a field is broken";

    private readonly X2Reader _x2 = new();
    private readonly MastodonReader _mastodon = new(options);
    private readonly ActivityReader _activities = new(options);
    private readonly ReviewReader _reviews = new(options);
    private readonly List<(Mention? Mention, string? Fault)> _found = [];
    private JsonItemReader? _elements;
    private JsonShape _shape;

    /// <summary>Reads an object.</summary>
    /// <param name="item">UTF-8; meant to be one object.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="ready">Takes the outcomes: one, or those of the page.</param>
    public void Read(ReadOnlySpan<byte> item, JsonPlace place, List<SourceOutcome> ready)
    {
        var before = ready.Count;
        string? fault = null;
        if (_shape != JsonShape.Unknown && !MayBeOther(item) && TryRead(item, _shape, place, ready, out fault)) return;

        ready.RemoveRange(before, ready.Count - before);
        string names;
        JsonShape shape;
        try
        {
            shape = JsonShapes.Find(item, options.MaximumDepth, out names);
        }
        catch (JsonException broken)
        {
            ready.Add(Fail(place, Describe(broken)));
            return;
        }
        catch (Exception broken) when (broken is JsonFault or InvalidOperationException)
        {
            ready.Add(Fail(place, BrokenName));
            return;
        }

        if (shape == JsonShape.Unknown)
        {
            ready.Add(Fail(place, $"this is no post or page of a kind that is known; its fields are {names}"));
            return;
        }

        if (shape == _shape && fault is not null)
        {
            // It has been read as what it is, and that was why.
            ready.Add(Fail(place, fault));
            return;
        }

        _shape = shape;
        if (!TryRead(item, shape, place, ready, out fault))
        {
            ready.RemoveRange(before, ready.Count - before);
            ready.Add(Fail(place, fault));
        }
    }

    // The library's own form and the two of X share their required fields, so that one would pass for another. In JSON these bytes can
    // only be a name or a whole value, never a part of somebody's text.
    private bool MayBeOther(ReadOnlySpan<byte> item) => _shape switch
    {
        JsonShape.Own => item.IndexOf("\"author_id\""u8) >= 0 || item.IndexOf("\"id_str\""u8) >= 0 || item.IndexOf("\"public_metrics\""u8) >= 0
            || item.IndexOf("\"edit_history_tweet_ids\""u8) >= 0,
        JsonShape.X1Post => item.IndexOf("\"platform\""u8) >= 0 || item.IndexOf("\"author_id\""u8) >= 0,
        JsonShape.X2Post => item.IndexOf("\"platform\""u8) >= 0 || item.IndexOf("\"id_str\""u8) >= 0,
        _ => false,
    };

    private bool TryRead(ReadOnlySpan<byte> item, JsonShape shape, JsonPlace place, List<SourceOutcome> ready, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        try
        {
            if (shape == JsonShape.Own)
            {
                var result = MentionJson.Parse(item);
                if (result.IsMention) ready.Add(Checked(result.Mention, place));
                else fault = result.Reason;
                return fault is null;
            }

            var reader = new Utf8JsonReader(item, new JsonReaderOptions { MaxDepth = options.MaximumDepth });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                fault = "an object is expected here";
                return false;
            }

            switch (shape)
            {
                case JsonShape.X2Page: ReadX2Page(ref reader, place, ready); break;
                case JsonShape.Page or JsonShape.DataPage: ReadPage(ref reader, item, place, ready); break;
                default: ready.Add(Checked(ReadPost(ref reader, shape), place)); break;
            }

            // Nothing may follow: the reader itself objects to anything but white space.
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonFault broken)
        {
            fault = broken.Message;
        }
        catch (JsonException broken)
        {
            fault = Describe(broken);
        }
        catch (InvalidOperationException)
        {
            fault = BrokenName;
        }

        return false;
    }

    private Mention ReadPost(ref Utf8JsonReader reader, JsonShape shape) => shape switch
    {
        JsonShape.X2Post => _x2.ReadPost(ref reader),
        JsonShape.X1Post => X1Reader.Read(ref reader),
        JsonShape.XArchivePost => X1Reader.ReadArchived(ref reader),
        JsonShape.MastodonStatus => _mastodon.Read(ref reader),
        JsonShape.Activity => _activities.Read(ref reader),
        JsonShape.BlueskyPost => BlueskyReader.ReadPost(ref reader),
        JsonShape.BlueskyFeedItem => BlueskyReader.ReadFeedItem(ref reader),
        JsonShape.CareOpinionStory => ReviewReader.ReadStory(ref reader),
        JsonShape.NhsUkReview => _reviews.ReadReview(ref reader),
        JsonShape.NhsUkComment => _reviews.ReadComment(ref reader),
        JsonShape.FacebookPost => ReviewReader.ReadFacebook(ref reader),
        _ => throw new JsonFault("this is no post of a kind that is known"),
    };

    private void ReadX2Page(ref Utf8JsonReader reader, JsonPlace place, List<SourceOutcome> ready)
    {
        _found.Clear();
        _x2.ReadPage(ref reader, _found);
        for (var i = 0; i < _found.Count; i++)
        {
            var (mention, fault) = _found[i];
            ready.Add(mention is not null ? Checked(mention, place) : Fail(place with { Post = i + 1 }, fault!));
        }
    }

    // The posts of a page stand in one list; each is read by itself, so that one that is broken costs itself.
    private void ReadPage(ref Utf8JsonReader reader, ReadOnlySpan<byte> item, JsonPlace place, List<SourceOutcome> ready)
    {
        _elements ??= new JsonItemReader(source, options);
        var number = 0;
        while (JsonValues.NextName(ref reader))
        {
            var isList = reader.ValueTextEquals("statuses"u8) || reader.ValueTextEquals("posts"u8) || reader.ValueTextEquals("feed"u8)
                || reader.ValueTextEquals("comments"u8) || reader.ValueTextEquals("data"u8) || reader.ValueTextEquals("orderedItems"u8);
            if (!isList)
            {
                reader.Skip();
                continue;
            }

            if (!JsonValues.IntoArray(ref reader)) continue;
            while (JsonValues.NextObject(ref reader))
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                _elements.Read(item[start..(int)reader.BytesConsumed], place with { Post = ++number }, ready);
            }
        }
    }

    private SourceOutcome Checked(Mention mention, JsonPlace place) =>
        mention.Text.Length > options.MaximumItemCharacters
            ? Fail(place, $"the text is longer than {options.MaximumItemCharacters} characters")
            : SourceOutcome.Read(mention);

    private string Describe(JsonException broken) => broken.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
        ? $"the item nests deeper than {options.MaximumDepth} levels"
        : $"this is not valid JSON (byte {(broken.BytePositionInLine ?? 0) + 1} of its line {(broken.LineNumber ?? 0) + 1})";

    private SourceOutcome Fail(JsonPlace place, string reason) => SourceOutcome.Failed(new SourceProblem(source, place.ToString(), reason));
}
