namespace Engagement.Privacy;

/// <summary>What was taken out of a text.</summary>
public enum RedactionKind
{
    /// <summary>NHS number.</summary>
    NhsNumber,

    /// <summary>Phone number.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Postcode.</summary>
    Postcode,

    /// <summary>Date of birth.</summary>
    DateOfBirth,

    /// <summary>Hospital or medical record number.</summary>
    HospitalNumber,

    /// <summary>Street address.</summary>
    Address,

    /// <summary>Payment card number.</summary>
    CardNumber,

    /// <summary>Sort code or account number.</summary>
    BankAccount,

    /// <summary>Name of a patient beside a clinical statement.</summary>
    PatientName,

    /// <summary>Name of a member of staff in criticism.</summary>
    StaffName,
}
