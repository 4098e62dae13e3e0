namespace Engagement.Triage;

/// <summary>A trust's own changes to what counts as a notice.</summary>
public sealed record NoticeOverrides
{
    /// <summary>Rules added, or replacing shipped ones of the same id.</summary>
    public IReadOnlyList<NoticeRule> Rules { get; init; } = [];

    /// <summary>Ids of shipped rules that are switched off.</summary>
    public IReadOnlyList<string> DisabledRules { get; init; } = [];
}
