namespace Engagement.Star;

/// <summary>A trust's own changes to the star.</summary>
public sealed record StarOverrides
{
    /// <summary>Display names by point; the project's own words where none is given.</summary>
    public IReadOnlyDictionary<StarPoint, string> Names { get; init; } = new Dictionary<StarPoint, string>();

    /// <summary>Rules added, or replacing shipped ones of the same id.</summary>
    public IReadOnlyList<StarRule> Rules { get; init; } = [];

    /// <summary>Ids of shipped rules that are switched off.</summary>
    public IReadOnlyList<string> DisabledRules { get; init; } = [];
}
