using Engagement.Digests;
using Engagement.Mentions;

namespace Engagement;

/// <summary>
/// Gathers feedback into one digest: an accumulator. One pass over mentions of the window and of the time before it suffices: both are counted, so that the
/// digest can say what changed. Parts that were gathered apart, in any split and order, merge to the same digest, and a builder can be saved and loaded.
/// Its memory grows with distinct authors, words, hashtags and links, not with mentions. It has no removal: a late or corrected mention
/// (<see cref="ReadOutcome.IsNewerVersion"/>) means gathering the window anew, which gives the same id and a new revision. Not thread-safe; what it builds is.
/// </summary>
public sealed class DigestBuilder : IDigestBuilder
{
    private readonly DigestScope _scope;
    private readonly DigestTally _tally;

    /// <summary>A builder that has seen nothing yet.</summary>
    /// <param name="profile">The trust.</param>
    /// <param name="audience">Whom the digest is for.</param>
    /// <param name="window">The time it is about, in the audience's zone.</param>
    /// <param name="options">What to show and keep; null for the defaults.</param>
    /// <exception cref="ArgumentException">The profile has no such team or person; an option is out of its range.</exception>
    public DigestBuilder(TrustProfile profile, Audience audience, DigestWindow window, DigestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(window);
        _scope = new DigestScope(profile, audience, window, options ?? new DigestOptions());
        _tally = new DigestTally(_scope);
    }

    /// <summary>Made of trust, audience and window, and of nothing else: known before anything is read, so that a re-run need not send twice.</summary>
    public string Id => DigestComposer.IdOf(_scope);

    /// <summary>Whom the digest is for.</summary>
    public Audience Audience => _scope.Audience;

    /// <summary>The time the digest is about.</summary>
    public DigestWindow Window => _scope.Window;

    /// <inheritdoc/>
    public void Add(Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        _tally.Add(feedback, repeatOf: null, RepeatKind.First, undelivered: false);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The outcome holds neither feedback nor a problem.</exception>
    public void Add(ReadOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Feedback is { } feedback) _tally.Add(feedback, outcome.RepeatOf, outcome.RepeatKind, outcome.UndeliveredBecause is not null);
        else _tally.AddProblem(outcome.Problem ?? throw new ArgumentException("An outcome holds feedback or a problem.", nameof(outcome)));
    }

    /// <summary>Adds all that another builder of the same digest has gathered, which is left as it is.</summary>
    /// <param name="other">A builder with the same trust, audience, window and options.</param>
    /// <exception cref="ArgumentException">It is of another digest, has other options, or is this builder itself.</exception>
    public void Merge(DigestBuilder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) throw new ArgumentException("A builder cannot be merged with itself: everything would count twice.", nameof(other));
        if (Id != other.Id) throw new ArgumentException($"Only builders of one digest can be merged: this is {Id}, the other {other.Id}.", nameof(other));
        if (_scope.Fingerprint != other._scope.Fingerprint)
            throw new ArgumentException($"Both builders of {Id} must have the same profile, options and approvals to be merged.", nameof(other));
        _tally.Merge(other._tally);
    }

    /// <summary>
    /// Lets the digest compare with a builder of an earlier window of the same audience: its counts where it is the window just before and nothing of that
    /// time was added here, its hours and days for what is usual. Giving the same history twice changes nothing.
    /// </summary>
    /// <exception cref="ArgumentException">It is of another trust or audience, or not of an earlier window.</exception>
    public void AddHistory(DigestBuilder earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (DigestComposer.AudienceKeyOf(_scope) != DigestComposer.AudienceKeyOf(earlier._scope))
            throw new ArgumentException($"History must be of the same trust and audience: this is {Id}, the other {earlier.Id}.", nameof(earlier));
        if (earlier._scope.Interval.End > _scope.Interval.Start)
            throw new ArgumentException($"History must be of an earlier window: {earlier.Window} is not over when {Window} begins.", nameof(earlier));
        var isPrevious = earlier._scope.Interval == _scope.Window.Previous().Resolve(_scope.Zone);
        _tally.AddEarlier(earlier._tally, isPrevious);
    }

    /// <inheritdoc/>
    public Digest Build() => new DigestComposer(_tally).Compose();

    /// <summary>Writes all that was gathered: a versioned binary form with a check at its end. Equal builders give equal bytes.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new DigestFile.Writer();
        var audience = _scope.Wanted;
        writer.Text(_scope.Profile.Trust.Id);
        writer.Long((int)_scope.Audience.Scope);
        writer.Text(_scope.Audience.Key ?? "");
        writer.Text(audience.Id);
        writer.Text(_scope.Zone.Id);
        writer.Text(_scope.Window.ToString());
        writer.Text(_scope.Window.Noun);
        writer.Long(_scope.Options.Kept);
        writer.Long(_scope.Options.DistinctLimit);
        writer.Long(_scope.Options.TranscriptLimit);
        writer.Long(_scope.Options.QuoteLength);
        _tally.Save(writer);
        writer.WriteTo(stream);
    }

    /// <summary>Reads a builder that was saved.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <param name="profile">The profile of the same trust.</param>
    /// <param name="options">The options; null for the defaults with the limits it was saved with.</param>
    /// <exception cref="FormatException">Not a saved builder, of a newer version, cut short, damaged, or of another trust. Nothing of it is used then.</exception>
    public static DigestBuilder Load(Stream stream, TrustProfile profile, DigestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(profile);
        var reader = DigestFile.Reader.Open(stream);
        var trust = reader.Text();
        if (trust != profile.Trust.Id) throw new FormatException($"This saved digest builder is of the trust '{DigestText.Clean(trust, 80)}', the profile of '{profile.Trust.Id}'.");
        var scope = (Profiles.AudienceScope)reader.Long(0, 2);
        var of = reader.Text();
        var id = reader.Text();
        var zone = reader.Text();
        var window = WindowOf(reader.Text(), reader.Text());
        var saved = new DigestOptions
        {
            Kept = (int)reader.Long(50, 10_000),
            DistinctLimit = (int)reader.Long(1_000, 10_000_000),
            TranscriptLimit = (int)reader.Long(10, 100_000),
            QuoteLength = (int)reader.Long(40, 2_000),
        };
        options = options is null ? saved : options with { Kept = saved.Kept, DistinctLimit = saved.DistinctLimit, TranscriptLimit = saved.TranscriptLimit, QuoteLength = saved.QuoteLength };
        var builder = new DigestBuilder(profile, AudienceOf(profile, scope, of, id), window, options);
        if (builder._scope.Zone.Id != zone)
            throw new FormatException($"This saved digest builder counted its days in {DigestText.Clean(zone, 80)}, the audience now has {builder._scope.Zone.Id}.");
        builder._tally.Load(reader);
        return reader.AtEnd ? builder : throw DigestFile.Reader.Broken();
    }

    private static Audience AudienceOf(TrustProfile profile, Profiles.AudienceScope scope, string of, string id)
    {
        if (profile.Audiences.FirstOrDefault(audience => audience.Id == id && audience.Scope == scope && (audience.Of ?? "") == of) is { } known) return Audience.Of(known);
        if (scope == Profiles.AudienceScope.Trust) return Audience.Trust();
        if (of.Length == 0) throw DigestFile.Reader.Broken();
        return scope == Profiles.AudienceScope.Team ? Audience.Team(of) : Audience.Person(of);
    }

    private static DigestWindow WindowOf(string text, string noun)
    {
        if (!DigestWindow.TryParse(text, out var window, out _)) throw DigestFile.Reader.Broken();
        // The text says the days, the noun what they are called: a week given as dates is the same seven days.
        return window!.Named(noun);
    }
}
