namespace Engagement.Digests;

/// <summary>Concerns on their way to a change: what Care Opinion measures as the share of stories that led to one.</summary>
/// <param name="Concerns">Concerns that are open or moved in the window, the furthest first.</param>
/// <param name="Raised">All concerns raised by the end of the window.</param>
/// <param name="Changed">Those of them that led to a change by then.</param>
/// <param name="Confirmed">Those of them whose change later feedback confirms.</param>
public sealed record ImprovementLoop(IReadOnlyList<ImprovementConcern> Concerns, int Raised, int Changed, int Confirmed);
