using System.Globalization;

namespace Engagement.Sources.Json;

/// <summary>
/// Keeps a page of millions of things that are no posts from becoming as many problems at once, each some hundred times as large as its
/// cause: after the first thousand they are counted.
/// </summary>
internal sealed class FaultCount(List<SourceOutcome> ready)
{
    /// <summary>How many of a page are named.</summary>
    public const int Most = 1_000;

    private int _seen = ready.Count;
    private int _named;

    /// <summary>How many are not named.</summary>
    public long Unnamed { get; private set; }

    /// <summary>What is said of those that are not named.</summary>
    public string Reason => ReasonOf(Unnamed);

    /// <summary>What is said of so many that are not named.</summary>
    public static string ReasonOf(long unnamed) => string.Create(CultureInfo.InvariantCulture, $"{unnamed} more of this page could not be read");

    /// <summary>Looks at the outcomes that were added since the last time, and takes problems away that are too many.</summary>
    public void Check()
    {
        var kept = _seen;
        for (; _seen < ready.Count; _seen++)
        {
            if (ready[_seen].Problem is null || ++_named <= Most) ready[kept++] = ready[_seen];
            else Unnamed++;
        }

        ready.RemoveRange(kept, _seen - kept);
        _seen = kept;
    }
}
