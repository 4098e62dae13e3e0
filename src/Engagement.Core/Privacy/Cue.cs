namespace Engagement.Privacy;

/// <summary>What a word tells about a number or name beside it. The members are the first column of <c>Data/cues.tsv</c>.</summary>
[Flags]
internal enum Cue
{
    None = 0,
    Nhs = 1 << 0,
    Label = 1 << 1,
    Holder = 1 << 2,
    HospitalId = 1 << 3,
    Patient = 1 << 4,
    Phone = 1 << 5,
    Caller = 1 << 6,
    Birth = 1 << 7,
    Born = 1 << 8,
    Card = 1 << 9,
    SortCode = 1 << 10,
    Account = 1 << 11,
    Bank = 1 << 12,
    Month = 1 << 13,
    Street = 1 << 14,
    Flat = 1 << 15,
    Dwelling = 1 << 16,
    Numbered = 1 << 17,
    Postcode = 1 << 18,
    Kin = 1 << 19,
    Own = 1 << 20,
    Honorific = 1 << 21,
    StaffTitle = 1 << 22,
    Clinical = 1 << 23,
    NotName = 1 << 24,
    Is = 1 << 25,
    Handled = 1 << 26,
    House = 1 << 27,
    Seen = 1 << 28,
}
