namespace Engagement.Queries;

/// <summary>A stage whose rules are queries. The reader compiles the queries of all stages into one set and hands each its slice of the hits.</summary>
internal interface IRuleStage
{
    /// <summary>The stage's queries; ids are the stage's own, and the set's ids are prefixed with the stage's name.</summary>
    IReadOnlyList<KeyedQuery> Queries { get; }
}
