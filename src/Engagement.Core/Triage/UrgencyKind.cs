namespace Engagement.Triage;

/// <summary>Why a mention cannot wait.</summary>
public enum UrgencyKind
{
    /// <summary>Threats and violence.</summary>
    Threat,

    /// <summary>Self-harm and suicide.</summary>
    SelfHarm,

    /// <summary>Children or adults at risk.</summary>
    Safeguarding,

    /// <summary>Serious patient safety.</summary>
    PatientSafety,

    /// <summary>Personal data gone astray.</summary>
    DataBreach,

    /// <summary>A journalist's enquiry or legal action.</summary>
    PressLegal,

    /// <summary>Discrimination.</summary>
    Discrimination,
}
