namespace Engagement;

/// <summary>Gathers what was read into one digest. Not thread-safe.</summary>
public interface IDigestBuilder
{
    /// <summary>Counts one piece of feedback.</summary>
    void Add(Feedback feedback);

    /// <summary>Counts what came of one item: feedback, a repeat, a problem of its source, an urgent mention that could not be delivered.</summary>
    void Add(ReadOutcome outcome);

    /// <summary>The digest of all that was added so far. Adding may go on after it.</summary>
    Digest Build();
}
