namespace Engagement.Queries.Syntax;

/// <summary>Which parts of a mention a word is looked for in.</summary>
internal enum TextScope : byte
{
    /// <summary>Title and text.</summary>
    Anywhere,

    /// <summary><c>title:</c></summary>
    Title,

    /// <summary><c>bio:</c></summary>
    Biography,

    /// <summary><c>place:</c></summary>
    Place,
}
