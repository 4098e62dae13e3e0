namespace Engagement.Queries.Syntax;

/// <summary>The characters people and keyboards use for an apostrophe.</summary>
internal static class Apostrophes
{
    public static bool Is(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07' or '`' or '\u00B4';
}
