using Engagement.Mentions;

namespace Engagement.Training;

/// <summary>What a row of training data was asked.</summary>
internal static class NumberedQuestions
{
    // The patient-feedback data of phase 1 name their questions by number only; each trust put them in its own order.
    private static readonly Dictionary<string, QuestionAsked> Numbered = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Trust A - Q1"] = QuestionAsked.WhatCouldImprove,
        ["Trust A - Q2"] = QuestionAsked.WhatWasGood,
        ["Trust C - Q1"] = QuestionAsked.WhatWasGood,
        ["Trust C - Q2"] = QuestionAsked.WhatCouldImprove,
    };

    /// <summary>What a question asks, by its number or its wording.</summary>
    public static QuestionAsked Of(string? question) =>
        question is not null && Numbered.TryGetValue(question.Trim(), out var numbered) ? numbered : QuestionWording.Of(question);
}
