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
    private readonly List<(int Number, Mention? Mention, string? Fault)> _found = [];
    private JsonItemReader? _elements;
    private JsonShape _shape;

    /// <summary>Reads an object.</summary>
    /// <param name="item">UTF-8; meant to be one object.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="ready">Takes the outcomes: one, or those of the page.</param>
    public void Read(ReadOnlySpan<byte> item, JsonPlace place, List<SourceOutcome> ready)
    {
        if (TryReadSound(item, place, ready, out var fault)) return;
        var reason = default(JsonExtent).Scan(item) < 0 ? "the page breaks off here" : "the page is not valid JSON from here on";
        if (!TryReadBroken(item, place, reason, ready, out _)) ready.Add(Fail(place, fault));
    }

    /// <summary>Reads what is whole of a page that breaks off.</summary>
    /// <param name="item">UTF-8; what came of the page.</param>
    /// <param name="place">Where the page starts.</param>
    /// <param name="reason">Why it breaks off.</param>
    /// <param name="ready">Takes the outcomes of what is whole, and one problem for the break.</param>
    /// <param name="brokenAt">The byte at which it breaks off; -1 when it does not.</param>
    /// <returns>False when it is no page of posts, or sound; then nothing was added.</returns>
    public bool TryReadBroken(ReadOnlySpan<byte> item, JsonPlace place, string reason, List<SourceOutcome> ready, out int brokenAt)
    {
        brokenAt = -1;
        var page = new PageMender(options.MaximumDepth);
        if (!page.TryMend(item) || page.Faults.Count == 0) return false;
        var next = ready.Count;
        if (page.Posts > 0 && !TryReadSound(page.Mended, place, ready, out var unsound)) ready.Add(Fail(place, unsound));

        // Where a post stands for itself as a fault, "null" was read in its place.
        var (line, counted) = (place.Line, 0);
        foreach (var fault in page.Faults)
        {
            line += item[counted..fault.At].Count((byte)'\n');
            counted = fault.At;
            if (fault.Reason is null) brokenAt = fault.At;
            var problem = Fail(place with { Line = line, Post = fault.Post }, fault.Reason ?? reason);
            var stand = fault is { Post: > 0, Reason: not null } ? (place with { Post = fault.Post }).ToString() : null;
            while (stand is not null && next < ready.Count && ready[next].Problem?.Place != stand) next++;
            if (stand is not null && next < ready.Count) ready[next++] = problem;
            else ready.Add(problem);
        }

        return true;
    }

    private bool TryReadSound(ReadOnlySpan<byte> item, JsonPlace place, List<SourceOutcome> ready, [NotNullWhen(false)] out string? fault)
    {
        var before = ready.Count;
        fault = null;
        if (_shape != JsonShape.Unknown && !MayBeOther(item) && TryRead(item, _shape, place, ready, out fault)) return true;

        ready.RemoveRange(before, ready.Count - before);
        string names;
        JsonShape shape;
        try
        {
            shape = JsonShapes.Find(item, options.MaximumDepth, out names);
        }
        catch (JsonException broken)
        {
            fault = Describe(broken, options.MaximumDepth);
            return false;
        }
        catch (Exception broken) when (broken is JsonFault or InvalidOperationException)
        {
            fault = BrokenName;
            return false;
        }

        if (shape == JsonShape.Unknown)
        {
            fault = $"this is no post or page of a kind that is known; its fields are {names}";
            return false;
        }

        // It has been read as what it is, and that was why.
        if (shape == _shape && fault is not null) return false;

        _shape = shape;
        if (TryRead(item, shape, place, ready, out fault)) return true;
        ready.RemoveRange(before, ready.Count - before);
        return false;
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
            fault = Describe(broken, options.MaximumDepth);
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
        foreach (var (number, mention, fault) in _found) ready.Add(mention is not null ? Checked(mention, place) : Fail(place with { Post = number }, fault!));
    }

    // The posts of a page stand in one list; each is read by itself, so that one that is broken costs itself.
    private void ReadPage(ref Utf8JsonReader reader, ReadOnlySpan<byte> item, JsonPlace place, List<SourceOutcome> ready)
    {
        _elements ??= new JsonItemReader(source, options);
        var faults = new FaultCount(ready);
        var number = 0;
        while (JsonValues.NextName(ref reader))
        {
            if (!PageMender.IsList(ref reader))
            {
                reader.Skip();
                continue;
            }

            if (!JsonValues.IntoArray(ref reader)) continue;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                number++;
                var start = (int)reader.TokenStartIndex;
                var isObject = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                if (isObject) _elements.Read(item[start..(int)reader.BytesConsumed], place with { Post = number }, ready);
                else ready.Add(Fail(place with { Post = number }, X2Reader.NoPost));
                faults.Check();
            }
        }

        if (faults.Unnamed > 0) ready.Add(Fail(place, faults.Reason));
    }

    private SourceOutcome Checked(Mention mention, JsonPlace place) =>
        mention.Text.Length > options.MaximumItemCharacters
            ? Fail(place, $"the text is longer than {options.MaximumItemCharacters} characters")
            : SourceOutcome.Read(mention);

    /// <summary>What is wrong, in plain English.</summary>
    public static string Describe(JsonException broken, int maximumDepth) => broken.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
        ? $"the item nests deeper than {maximumDepth} levels"
        : $"this is not valid JSON (byte {(broken.BytePositionInLine ?? 0) + 1} of its line {(broken.LineNumber ?? 0) + 1})";

    private SourceOutcome Fail(JsonPlace place, string reason) => SourceOutcome.Failed(new SourceProblem(source, place.ToString(), reason));
}
