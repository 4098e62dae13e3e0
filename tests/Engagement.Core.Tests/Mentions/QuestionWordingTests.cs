namespace Engagement.Mentions;

public sealed class QuestionWordingTests
{
    [Theory]
    [InlineData("What was good?", QuestionAsked.WhatWasGood)]
    [InlineData("What did we do well", QuestionAsked.WhatWasGood)]
    [InlineData("What was good about your visit?", QuestionAsked.WhatWasGood)]
    [InlineData("How could we improve?", QuestionAsked.WhatCouldImprove)]
    [InlineData("What could we do better?", QuestionAsked.WhatCouldImprove)]
    [InlineData("What would you change", QuestionAsked.WhatCouldImprove)]
    [InlineData("FFT Why?", QuestionAsked.Open)]
    [InlineData("What was good and what could be better?", QuestionAsked.Open)]
    [InlineData("Please describe what you were satisfied and/or dissatisfied with", QuestionAsked.Open)]
    [InlineData("What was not so good?", QuestionAsked.WhatCouldImprove)]
    [InlineData("What didn't go so well?", QuestionAsked.WhatCouldImprove)]
    [InlineData("What went wrong", QuestionAsked.WhatCouldImprove)]
    [InlineData("What went well, and what went less well?", QuestionAsked.Open)]
    [InlineData("IMPROVE", QuestionAsked.WhatCouldImprove)]
    [InlineData("good", QuestionAsked.WhatWasGood)]
    [InlineData("open", QuestionAsked.Open)]
    [InlineData(null, QuestionAsked.Open)]
    [InlineData("", QuestionAsked.Open)]
    [InlineData("Goodness, exchange, unlikely", QuestionAsked.Open)]
    public void A_question_is_told_from_its_wording(string? question, QuestionAsked expected) => QuestionWording.Of(question).Should().Be(expected);
}
