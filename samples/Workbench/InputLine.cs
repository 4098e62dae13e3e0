using Engagement;

namespace Workbench;

/// <summary>One line of standard input.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Mention">What it holds; null when it could not be read.</param>
/// <param name="Fault">Why it could not be read; null when it could.</param>
internal sealed record InputLine(int Number, Mention? Mention, string? Fault);
