namespace Engagement.Sentiment;

/// <summary>The cases that the design names: what scorers of the trade get wrong today.</summary>
internal static class NamedCases
{
    /// <summary>Text and what its label may be.</summary>
    public static readonly (string Text, SentimentLabel[] Allowed)[] All =
    [
        ("Cancer unit open day", [SentimentLabel.Neutral]),
        ("Hospital for Sick Children open day", [SentimentLabel.Neutral]),
        ("Emergency department open", [SentimentLabel.Neutral]),
        ("Suicide prevention training", [SentimentLabel.Neutral]),
        ("Patient safety incident report", [SentimentLabel.Neutral]),
        ("The biopsy was negative", [SentimentLabel.Neutral, SentimentLabel.Positive]),
        ("My covid test was positive", [SentimentLabel.Neutral, SentimentLabel.Negative]),
        ("cannot recommend highly enough", [SentimentLabel.Positive]),
        ("Oh great, another 6 hour wait", [SentimentLabel.Negative]),
        ("no problems", [SentimentLabel.Positive]),
        ("not the worst", [SentimentLabel.Neutral, SentimentLabel.Positive]),
        ("Waiting 9 hours in a corridor", [SentimentLabel.Negative]),
        ("They never rang me back", [SentimentLabel.Negative]),
        ("Absolute shambles", [SentimentLabel.Negative]),
        ("went above and beyond", [SentimentLabel.Positive]),
        ("Food was rubbish", [SentimentLabel.Negative]),
        ("I waited 5 hours", [SentimentLabel.Negative]),
        ("The doctor was dismissive", [SentimentLabel.Negative]),
        ("I felt rushed", [SentimentLabel.Negative]),
        ("The ward was understaffed", [SentimentLabel.Negative]),
        ("Staff were brill", [SentimentLabel.Positive]),
        ("I am gutted", [SentimentLabel.Negative]),
        ("I am chuffed", [SentimentLabel.Positive]),
        ("The communication was abysmal", [SentimentLabel.Negative]),
        ("The nurses were attentive", [SentimentLabel.Positive]),
        ("Reception staff were polite", [SentimentLabel.Positive]),
        ("The toilets were filthy", [SentimentLabel.Negative]),
        ("The clinic was well organised", [SentimentLabel.Positive]),
        ("There were long delays", [SentimentLabel.Negative]),
        ("The care was\ngreat", [SentimentLabel.Positive]),
        ("not\ngood", [SentimentLabel.Negative]),
        ("Thank you nurses😍", [SentimentLabel.Positive]),
        ("The team on ward 5 \u2764\uFE0F", [SentimentLabel.Positive]),
        ("The team on ward 5 \u2764", [SentimentLabel.Positive]),
        ("brilliant😊staff", [SentimentLabel.Positive]),
    ];
}
