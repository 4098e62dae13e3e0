namespace Engagement.Mentions;

/// <summary>Tells from the wording of a survey's question what was asked.</summary>
public static class QuestionWording
{
    // How many words before a word of praise turn it round: "not", "not so", "not go so".
    private const int ReachOfNegation = 3;

    private static readonly string[] Better =
        ["improve", "improved", "improvement", "improvements", "better", "differently", "change", "changed", "worse", "worst", "bad", "badly", "wrong"];

    private static readonly string[] Good = ["good", "well", "best", "great", "excellent", "like", "liked", "enjoy", "enjoyed"];

    private static readonly string[] Negations = ["not", "less", "t"];

    /// <summary>What a question asks; open where it is empty, or its wording points both ways or neither.</summary>
    /// <param name="question">The question as the survey words it, or one of the words <c>open</c>, <c>good</c>, <c>improve</c>.</param>
    public static QuestionAsked Of(string? question)
    {
        var (asksGood, asksBetter) = (false, false);
        var sinceNegation = ReachOfNegation;
        var rest = question.AsSpan();
        while (NextWord(ref rest) is { IsEmpty: false } word)
        {
            var turned = sinceNegation < ReachOfNegation;
            sinceNegation = IsOneOf(word, Negations) ? 0 : sinceNegation + 1;
            if (IsOneOf(word, Better)) asksBetter = true;
            else if (!IsOneOf(word, Good)) continue;
            else if (turned) asksBetter = true;
            else asksGood = true;
        }

        return (asksGood, asksBetter) switch
        {
            (true, false) => QuestionAsked.WhatWasGood,
            (false, true) => QuestionAsked.WhatCouldImprove,
            _ => QuestionAsked.Open,
        };
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = 0;
        while (start < rest.Length && !char.IsLetter(rest[start])) start++;
        var end = start;
        while (end < rest.Length && char.IsLetter(rest[end])) end++;
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
