namespace Engagement.Profiles;

/// <summary>What came of reading a profile: the profile, or every fault of the file at once.</summary>
public sealed class TrustProfileResult
{
    internal TrustProfileResult(TrustProfile? profile, IReadOnlyList<ProfileFault> faults)
    {
        Profile = profile;
        Faults = faults;
    }

    /// <summary>The profile; null when there is any fault.</summary>
    public TrustProfile? Profile { get; }

    /// <summary>The faults, in the order of the file; empty when there is a profile.</summary>
    public IReadOnlyList<ProfileFault> Faults { get; }

    /// <summary>Whether there is a profile.</summary>
    public bool Success => Profile is not null;

    /// <summary>The profile.</summary>
    /// <exception cref="FormatException">There are faults; the message holds all of them, one a line.</exception>
    public TrustProfile GetValueOrThrow() => Profile ?? throw new FormatException(string.Join('\n', Faults));
}
