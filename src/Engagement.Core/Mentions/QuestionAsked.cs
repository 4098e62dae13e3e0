namespace Engagement;

/// <summary>What the author was asked, if anything. "Nothing" is praise as an answer to the third and not to the second.</summary>
public enum QuestionAsked
{
    /// <summary>Nothing, or an open question. The default.</summary>
    Open,

    /// <summary>What was good?</summary>
    WhatWasGood,

    /// <summary>What could be better?</summary>
    WhatCouldImprove,
}
