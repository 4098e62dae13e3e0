using Engagement;

namespace Workbench;

/// <summary>Reads the question asked: the short names of the options, and the questions themselves as surveys word them.</summary>
internal static class Asked
{
    /// <summary>The question; null when the words do not say which.</summary>
    public static QuestionAsked? Of(string text)
    {
        if (Has("improve") || Has("better") || Has("Q1")) return QuestionAsked.WhatCouldImprove;
        if (Has("good") || Has("best") || Has("well") || Has("Q2")) return QuestionAsked.WhatWasGood;
        return text.Equals("open", StringComparison.OrdinalIgnoreCase) ? QuestionAsked.Open : null;

        bool Has(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
