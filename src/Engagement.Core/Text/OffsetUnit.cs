namespace Engagement.Text;

/// <summary>What an offset in a text counts. Platforms differ.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units: .NET, JavaScript, the display range of X. The library's own unit.</summary>
    Utf16,

    /// <summary>Unicode code points: the entities of X.</summary>
    CodePoint,

    /// <summary>UTF-8 bytes: the facets of Bluesky.</summary>
    Utf8,
}
