namespace Engagement.Queries;

/// <summary>Whose Boolean language a query is written in.</summary>
public enum QueryDialect
{
    /// <summary>This library's own.</summary>
    Standard,

    /// <summary>Google Alerts and search.</summary>
    Google,

    /// <summary>X search and filter rules.</summary>
    X,

    /// <summary>Brandwatch.</summary>
    Brandwatch,

    /// <summary>Lucene classic query parser.</summary>
    Lucene,
}
