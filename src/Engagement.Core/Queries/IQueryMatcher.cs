namespace Engagement.Queries;

/// <summary>Tells which of many queries a mention matches.</summary>
public interface IQueryMatcher
{
    /// <summary>The matched queries, in the order of registration.</summary>
    IReadOnlyList<QueryMatch> Match(ParsedMention mention);
}
