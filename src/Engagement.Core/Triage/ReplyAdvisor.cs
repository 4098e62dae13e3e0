using Engagement.Mentions;
using Engagement.Sentiment;

namespace Engagement.Triage;

/// <summary>Whether a reply to a critical mention would help. Gives a reason, never words about anybody's care.</summary>
public static class ReplyAdvisor
{
    /// <summary>The advice.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="sentiment">How it feels.</param>
    /// <param name="urgency">What cannot wait in it.</param>
    /// <returns><see cref="ReplyAdvice.None"/> when there is nothing critical to answer.</returns>
    public static ReplyAdvice Advise(ParsedMention mention, SentimentScore sentiment, Urgency urgency)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        ArgumentNullException.ThrowIfNull(urgency);
        if (urgency.IsUrgent) return Urgent(urgency.Findings[0]);
        if (sentiment.Label is not (SentimentLabel.Negative or SentimentLabel.Mixed)) return ReplyAdvice.None;

        if (mention.Mention.RepostOf is not null)
        {
            return new ReplyAdvice(ReplyAction.DoNotReply, "It repeats somebody else's words: answer where they were first said.", Criticism(sentiment));
        }

        if (mention.Mention is { Platform: Platform.Survey, Author: null })
        {
            return new ReplyAdvice(ReplyAction.DoNotReply, "It is an anonymous survey answer, so nobody can be written to: show where it was asked what was done about it.", Criticism(sentiment));
        }

        return ByWords(ReplyWords.Of(mention), sentiment);
    }

    // What may harm somebody is asked before what may help: anger about one's own mother is no mere insult.
    private static ReplyAdvice ByWords(ReplyWords words, SentimentScore sentiment)
    {
        if (words.Case is { } running) return new ReplyAdvice(ReplyAction.MoveToPrivate, "It is about a complaint that is being looked at: whoever looks at it should write, in private.", [running]);
        if (words.Personal is { } personal)
        {
            return words.Abuse is null
                ? new ReplyAdvice(ReplyAction.MoveToPrivate, "It tells of somebody's own care, which nobody may discuss in public: thank them and offer a private channel.", [personal])
                : new ReplyAdvice(ReplyAction.MoveToPrivate, "Under the anger it tells of somebody's own care: leave the insult unanswered and offer a private channel.", [personal]);
        }

        if (words.Named is { } named) return new ReplyAdvice(ReplyAction.MoveToPrivate, "It blames a member of staff by name, who cannot answer in public: offer a private channel.", [named]);
        if (words.Abuse is { } abuse) return new ReplyAdvice(ReplyAction.DoNotReply, "It insults rather than tells what happened, and an answer would only draw more eyes to it.", [abuse]);
        if (words.Debate is { } debate) return new ReplyAdvice(ReplyAction.DoNotReply, "It argues about politics, which no answer of a trust settles.", [debate]);
        if (words.Question is { } question) return new ReplyAdvice(ReplyAction.ReplyPublicly, "It asks something that others will want to know too.", [question]);
        return new ReplyAdvice(ReplyAction.ReplyPublicly, "It is about the service and not one person's care: say that it was heard and what happens next.", Criticism(sentiment));
    }

    private static Evidence[] Criticism(SentimentScore sentiment)
    {
        var count = 0;
        foreach (var part in sentiment.Evidence) count += part.Contribution < 0 ? 1 : 0;
        if (count == 0) return [];
        var criticism = new Evidence[count];
        foreach (var part in sentiment.Evidence)
        {
            if (part.Contribution < 0) criticism[^count--] = part.Evidence;
        }

        return criticism;
    }

    private static ReplyAdvice Urgent(UrgencyFinding worst) => worst.Kind switch
    {
        UrgencyKind.Threat => new(ReplyAction.DoNotReply, "It may be a threat: keep it, and hand it to security or the police instead of answering.", worst.Evidence),
        UrgencyKind.PressLegal => new(ReplyAction.DoNotReply, "It is for the press office or the legal team to answer.", worst.Evidence),
        UrgencyKind.SelfHarm => new(ReplyAction.MoveToPrivate, "Somebody may be at risk: a trained person should make contact at once, in private, with the crisis numbers.", worst.Evidence),
        UrgencyKind.Safeguarding => new(ReplyAction.MoveToPrivate, "Somebody may be at risk: the safeguarding lead should make contact in private.", worst.Evidence),
        UrgencyKind.DataBreach => new(ReplyAction.MoveToPrivate, "Personal data may be astray: the data protection officer should make contact in private.", worst.Evidence),
        _ => new(ReplyAction.MoveToPrivate, "It is grave and about somebody's own experience: acknowledge it and offer a named person in private.", worst.Evidence),
    };
}
