namespace Engagement.Queries.Matching;

/// <summary>An occurrence: the positions of its first and last word and the tokens they are.</summary>
internal readonly record struct Interval(int Start, int End, int FirstToken, int LastToken);
