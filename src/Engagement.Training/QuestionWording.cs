namespace Engagement.Training;

/// <summary>Tells from the wording of a survey's question what was asked.</summary>
public static class QuestionWording
{
    // The patient-feedback data of phase 1 name their questions by number only; each trust put them in its own order.
    private static readonly Dictionary<string, QuestionAsked> Numbered = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Trust A - Q1"] = QuestionAsked.WhatCouldImprove,
        ["Trust A - Q2"] = QuestionAsked.WhatWasGood,
        ["Trust C - Q1"] = QuestionAsked.WhatWasGood,
        ["Trust C - Q2"] = QuestionAsked.WhatCouldImprove,
    };

    private static readonly string[] Improve = ["improve", "better", "change", "differently", "went wrong", "not so good", "not good", "worse"];
    private static readonly string[] Good = ["good", "best", "well", "enjoy", "liked"];

    /// <summary>What a question asks; an unknown or empty one is open.</summary>
    /// <param name="question">The question as the survey words it, or <c>open</c>, <c>good</c>, <c>improve</c>.</param>
    public static QuestionAsked Of(string? question)
    {
        if (string.IsNullOrWhiteSpace(question)) return QuestionAsked.Open;
        if (Numbered.TryGetValue(question.Trim(), out var numbered)) return numbered;
        if (Improve.Any(word => question.Contains(word, StringComparison.OrdinalIgnoreCase))) return QuestionAsked.WhatCouldImprove;
        return Good.Any(word => question.Contains(word, StringComparison.OrdinalIgnoreCase)) ? QuestionAsked.WhatWasGood : QuestionAsked.Open;
    }
}
