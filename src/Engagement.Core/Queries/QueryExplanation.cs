using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Queries;

/// <summary>Why a part of a query holds for a mention, or why not.</summary>
/// <param name="Operator">What the part is: <c>AND</c>, <c>OR</c>, <c>NOT</c>, <c>NEAR</c>, <c>word</c>, <c>phrase</c>, <c>window</c> or <c>field</c>.</param>
/// <param name="Clause">The part in the canonical form.</param>
/// <param name="QuerySpan">Its place in the text that was parsed, UTF-16, half-open; brackets round it may lie outside.</param>
/// <param name="Matched">Whether the part holds, seen by itself.</param>
/// <param name="Evidence">The words by which it holds; empty when it does not, and where it rests on data that stand in no text.</param>
/// <param name="Why">Plain English; null for a part that holds.</param>
/// <param name="Children">The parts it is made of, in the order of the query.</param>
public sealed record QueryExplanation(
    string Operator,
    string Clause,
    TextSpan QuerySpan,
    bool Matched,
    IReadOnlyList<Evidence> Evidence,
    string? Why,
    IReadOnlyList<QueryExplanation> Children);
