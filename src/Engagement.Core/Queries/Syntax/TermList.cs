namespace Engagement.Queries.Syntax;

/// <summary>Words in order, compared by value.</summary>
internal sealed class TermList(Term[] terms) : IEquatable<TermList>
{
    public Term[] Terms { get; } = terms;

    public bool Equals(TermList? other) => other is not null && Terms.AsSpan().SequenceEqual(other.Terms);

    public override bool Equals(object? obj) => Equals(obj as TermList);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var term in Terms) hash.Add(term);
        return hash.ToHashCode();
    }
}
