using NodaTime;

namespace Engagement.Digests;

/// <summary>One concern and how far it has come by the end of the window.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Stage">The furthest stage reached.</param>
/// <param name="On">The day that stage was reached.</param>
/// <param name="Note">What was said of that stage; null when nothing was.</param>
/// <param name="Moved">Whether it reached that stage in the window.</param>
public sealed record ImprovementConcern(string Id, string Name, ImprovementStage Stage, LocalDate On, string? Note, bool Moved);
