namespace Engagement;

/// <summary>An item of a source that could not be read.</summary>
/// <param name="Source">Name of the file or feed.</param>
/// <param name="Place">Where in it: <c>line 12</c>, <c>entry 3</c>, <c>byte 1045</c>.</param>
/// <param name="Reason">Plain English.</param>
public sealed record SourceProblem(string Source, string Place, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}, {Place}: {Reason}";
}
