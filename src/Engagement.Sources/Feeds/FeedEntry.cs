namespace Engagement.Sources.Feeds;

/// <summary>What has been read of an entry so far.</summary>
internal sealed class FeedEntry
{
    private long _length;

    public string? Base { get; init; }

    public string? Language { get; init; }

    public string? Id { get; set; }

    public bool IsLinkGuid { get; set; }

    public string? Title { get; set; }

    public string? Link { get; set; }

    public string? Date { get; set; }

    public string? OtherDate { get; set; }

    public string? Content { get; set; }

    public string? Summary { get; set; }

    public string? Author { get; set; }

    public string? ReplyTo { get; set; }

    public bool HasMedia { get; set; }

    /// <summary>Whether a text was too long to keep.</summary>
    public bool IsCut { get; set; }

    public void Count(int characters) => _length += characters;

    public string Count(string text)
    {
        _length += text.Length;
        return text;
    }

    /// <summary>Characters read since the last call.</summary>
    public long TakeLength()
    {
        var length = _length;
        _length = 0;
        return length;
    }
}
