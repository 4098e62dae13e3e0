using NodaTime;

namespace Engagement.Digests;

/// <summary>The time a digest is about, in its audience's zone.</summary>
/// <param name="Start">First instant.</param>
/// <param name="End">First instant that no longer belongs to it.</param>
/// <param name="Zone">IANA id of the zone.</param>
/// <param name="Name">As colleagues say it: <c>9 to 15 November 2026</c>.</param>
/// <param name="Noun">day, week, month or period.</param>
public sealed record DigestPeriod(Instant Start, Instant End, string Zone, string Name, string Noun);
