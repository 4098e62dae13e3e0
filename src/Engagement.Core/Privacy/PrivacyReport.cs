using Engagement.Mentions;

namespace Engagement.Privacy;

/// <summary>An account of what was taken out of many mentions: kinds and places, never values. Immutable, thread-safe.</summary>
public sealed class PrivacyReport
{
    private PrivacyReport(IReadOnlyDictionary<RedactionKind, int> counts, IReadOnlyList<RedactionPlace> places)
    {
        Counts = counts;
        Places = places;
    }

    /// <summary>How many were taken out, by kind, in the order of <see cref="RedactionKind"/>; kinds that do not occur are not in it.</summary>
    public IReadOnlyDictionary<RedactionKind, int> Counts { get; }

    /// <summary>Where, in the order given.</summary>
    public IReadOnlyList<RedactionPlace> Places { get; }

    /// <summary>How many were taken out in all.</summary>
    public int Total => Places.Count;

    /// <summary>Makes the account of these places.</summary>
    public static PrivacyReport Of(IEnumerable<RedactionPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var list = places.ToList();
        var counts = new SortedDictionary<RedactionKind, int>();
        foreach (var place in list) counts[place.Redaction.Kind] = counts.GetValueOrDefault(place.Redaction.Kind) + 1;
        return new PrivacyReport(counts, list);
    }

    /// <summary>The places of one redacted field.</summary>
    public static IEnumerable<RedactionPlace> PlacesOf(string mentionId, MentionField field, RedactedText redacted)
    {
        ArgumentNullException.ThrowIfNull(mentionId);
        ArgumentNullException.ThrowIfNull(redacted);
        return redacted.Redactions.Select(redaction => new RedactionPlace(mentionId, field, redaction));
    }
}
