using Engagement.Organizations;

namespace Engagement.Digests;

/// <summary>What one voice said.</summary>
/// <param name="Voice">Who speaks.</param>
/// <param name="Counts">In the window.</param>
/// <param name="Previous">In the window before; null when nothing was read from that time.</param>
public sealed record VoiceFigures(Voice Voice, SentimentCounts Counts, SentimentCounts? Previous);
