namespace Engagement.Sentiment;

/// <summary>Words and masks of a trust's own, over the shipped lexicon.</summary>
public sealed record LexiconOverrides
{
    /// <summary>Entries added, or replacing shipped ones.</summary>
    public IReadOnlyList<LexiconEntry> Entries { get; init; } = [];

    /// <summary>Phrases that carry no feeling ("Sick Children's"), masked before scoring.</summary>
    public IReadOnlyList<string> Masks { get; init; } = [];
}
