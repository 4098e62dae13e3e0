namespace Engagement.Digests;

/// <summary>How far a concern has come.</summary>
public enum ImprovementStage
{
    /// <summary>Somebody said it.</summary>
    Raised,

    /// <summary>The team talked about it.</summary>
    Discussed,

    /// <summary>A change is planned.</summary>
    Planned,

    /// <summary>The change was made.</summary>
    Made,

    /// <summary>Later feedback confirms it.</summary>
    Confirmed,
}
