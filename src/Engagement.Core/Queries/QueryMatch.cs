using Engagement.Mentions;

namespace Engagement.Queries;

/// <summary>One matched query with the words that made it match.</summary>
/// <param name="Id">The query's name in its set.</param>
/// <param name="Evidence">The words, ordered by field and place.</param>
public sealed record QueryMatch(string Id, IReadOnlyList<Evidence> Evidence);
