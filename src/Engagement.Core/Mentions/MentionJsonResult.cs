using System.Diagnostics.CodeAnalysis;

namespace Engagement.Mentions;

/// <summary>What <see cref="MentionJson.Parse(string)"/> made of a line: a mention, or why there is none.</summary>
public sealed class MentionJsonResult
{
    internal MentionJsonResult(Mention? mention, string? reason, long position)
    {
        Mention = mention;
        Reason = reason;
        Position = position;
    }

    /// <summary>The mention; null when the line holds none.</summary>
    public Mention? Mention { get; }

    /// <summary>Why there is no mention, in plain English, starting with the field: <c>author.followers: expected a whole number, found a string</c>. Null when there is one.</summary>
    public string? Reason { get; }

    /// <summary>Offset of the fault in the line, in UTF-8 bytes from 0; 0 when there is none.</summary>
    public long Position { get; }

    /// <summary>Whether there is a mention.</summary>
    [MemberNotNullWhen(true, nameof(Mention))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsMention => Mention is not null;
}
