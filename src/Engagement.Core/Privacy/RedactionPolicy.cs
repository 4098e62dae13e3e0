namespace Engagement.Privacy;

/// <summary>What redaction takes out. Everything it knows, unless this says otherwise.</summary>
public sealed record RedactionPolicy
{
    /// <summary>Everything is taken out.</summary>
    public static RedactionPolicy Default { get; } = new();

    /// <summary>Kinds that stay in the text. Default none.</summary>
    public IReadOnlyList<RedactionKind> Keep { get; init; } = [];

    /// <summary>
    /// Telephone numbers that the trust itself makes public, such as its switchboard; spaces and punctuation do not count. The national
    /// helplines (111, 999, 116 123 and the like) are known without being listed. Default none.
    /// </summary>
    public IReadOnlyList<string> PublicPhones { get; init; } = [];

    /// <summary>E-mail addresses that the trust itself makes public, or whole domains as <c>@example.nhs.uk</c>. Default none.</summary>
    public IReadOnlyList<string> PublicEmails { get; init; } = [];

    /// <summary>
    /// Full names that are never taken for a patient's, such as those of the trust's staff. They are still taken out where the caller
    /// gives them as <see cref="NameSpan"/>. Default none.
    /// </summary>
    public IReadOnlyList<string> StaffNames { get; init; } = [];
}
