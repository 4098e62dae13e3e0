namespace Engagement.Reading;

/// <summary>Feedback with the version of its form.</summary>
internal sealed record FeedbackEnvelope(int Version, Feedback? Feedback);
