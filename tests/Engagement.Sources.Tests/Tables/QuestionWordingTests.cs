namespace Engagement.Sources.Tables;

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
    [InlineData("", QuestionAsked.Open)]
    [InlineData("Goodness, exchange, unlikely", QuestionAsked.Open)]
    public void A_question_is_told_from_its_wording(string question, QuestionAsked expected) => QuestionWording.Read(question).Should().Be(expected);
}
