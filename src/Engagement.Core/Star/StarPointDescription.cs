namespace Engagement.Star;

/// <summary>A point of the star in words.</summary>
/// <param name="Point">The point.</param>
/// <param name="Name">Display name; a trust may give its own in <see cref="StarOverrides.Names"/>.</param>
/// <param name="Description">One sentence in the project's own words: what strengthens the point; what weakens it.</param>
/// <param name="PeoplePromise">The elements of the NHS People Promise it comes nearest to. The project's own reading, not official.</param>
/// <param name="StaffSurvey">The sub-scores of the staff survey's engagement score it comes nearest to: motivation, involvement, advocacy. The project's own reading, not official.</param>
public sealed record StarPointDescription(
    StarPoint Point,
    string Name,
    string Description,
    IReadOnlyList<string> PeoplePromise,
    IReadOnlyList<string> StaffSurvey);
