using Engagement.Mentions;

namespace Engagement.Organizations;

/// <summary>Words that could mean several, none of which was chosen.</summary>
/// <param name="Candidates">Keys of those it could be.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Reason">Plain English: why it could not be told.</param>
public sealed record RouteAmbiguity(IReadOnlyList<string> Candidates, IReadOnlyList<Evidence> Evidence, string Reason);
