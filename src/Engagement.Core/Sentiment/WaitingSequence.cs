namespace Engagement.Sentiment;

/// <summary>A sequence of words whose weight is yet to be looked up.</summary>
/// <param name="Key">Its key.</param>
/// <param name="First">Its first token.</param>
/// <param name="Second">Its second; -1 for none.</param>
/// <param name="Third">Its third; -1 for none.</param>
internal readonly record struct WaitingSequence(ulong Key, int First, int Second, int Third);
