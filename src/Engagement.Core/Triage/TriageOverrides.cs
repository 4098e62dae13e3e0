namespace Engagement.Triage;

/// <summary>A trust's own changes to triage.</summary>
public sealed record TriageOverrides
{
    /// <summary>Rules added, or replacing shipped ones of the same id.</summary>
    public IReadOnlyList<TriageRule> Rules { get; init; } = [];

    /// <summary>Ids of shipped rules that are switched off; <c>model</c> is the learned part.</summary>
    public IReadOnlyList<string> DisabledRules { get; init; } = [];
}
