namespace Engagement.Sources.Tables;

/// <summary>What a survey asked, told from the wording of its question.</summary>
internal static class QuestionWording
{
    private static readonly string[] Better =
        ["improve", "improved", "improvement", "improvements", "better", "differently", "change", "changed", "worse", "badly"];

    private static readonly string[] Good = ["good", "well", "best", "great", "excellent", "like", "liked", "enjoy", "enjoyed"];

    /// <summary>The question; open where the wording points both ways or neither.</summary>
    public static QuestionAsked Read(string question)
    {
        var asksBetter = HasAny(question, Better);
        var asksGood = HasAny(question, Good);
        return (asksGood, asksBetter) switch
        {
            (true, false) => QuestionAsked.WhatWasGood,
            (false, true) => QuestionAsked.WhatCouldImprove,
            _ => QuestionAsked.Open,
        };
    }

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            foreach (var word in words)
            {
                if (text[start..i].Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
            }

            if (i == start) i++;
        }

        return false;
    }
}
