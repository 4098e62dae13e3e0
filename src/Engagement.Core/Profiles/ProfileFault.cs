namespace Engagement.Profiles;

/// <summary>One fault of a profile file.</summary>
/// <param name="Path">Where: a JSON path such as <c>$.teams[2].queries[0]</c>.</param>
/// <param name="Found">The value found, shortened; <c>nothing</c> where it is missing.</param>
/// <param name="Expected">What was expected, in plain English; for a broken query with the position inside it.</param>
public sealed record ProfileFault(string Path, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: found {Found}, expected {Expected}";
}
