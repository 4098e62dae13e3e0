namespace Engagement.Mentions;

/// <summary>A mention and what was folded into it.</summary>
/// <param name="Mention">The mention, in its newest version.</param>
/// <param name="Versions">Other versions of it that were read.</param>
/// <param name="Reposts">Reposts of it.</param>
/// <param name="Copies">Copies of its words.</param>
/// <param name="Quotes">Mentions that quote it; these are mentions of their own too, and not folded.</param>
public sealed record FoldedMention(Mention Mention, int Versions, int Reposts, int Copies, int Quotes)
{
    /// <summary>How many mentions were folded into this one: quotes are not among them.</summary>
    public int Repeats => Versions + Reposts + Copies;
}
