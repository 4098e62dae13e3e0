namespace Engagement.Sources.Json;

/// <summary>What is not sound in a page.</summary>
/// <param name="At">Byte of the page at which it starts.</param>
/// <param name="Post">Number of the post, from 1; 0 when it is none.</param>
/// <param name="Reason">Why; null where the page breaks off.</param>
internal readonly record struct PageFault(int At, int Post, string? Reason);
