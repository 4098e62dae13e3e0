using NodaTime;

namespace Engagement.Profiles;

/// <summary>A campaign, known by its hashtag.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="Hashtag">Without <c>#</c>.</param>
/// <param name="Start">First day; null when open.</param>
/// <param name="End">Day after the last; null when open.</param>
public sealed record Campaign(string Id, string Name, string Hashtag, LocalDate? Start, LocalDate? End);
