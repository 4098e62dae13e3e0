namespace Engagement.Samples;

/// <summary>Says urgent mentions on stderr the moment they are read. A real host would ring a phone that somebody answers.</summary>
internal sealed class ConsoleUrgentSink : IUrgentMentionSink
{
    public ValueTask DeliverAsync(Feedback feedback, CancellationToken cancellationToken)
    {
        var kinds = string.Join(", ", feedback.Urgency.Findings.Select(finding => Words(finding.Kind.ToString())).Distinct());
        var where = feedback.Mention.Link is { } link ? $", {link}" : "";
        Console.Error.WriteLine($"URGENT, severity {feedback.Urgency.Severity} ({kinds}): {feedback.Mention.Platform} {feedback.Mention.Id}{where}. Not in any digest: act on it now.");
        return ValueTask.CompletedTask;
    }

    private static string Words(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
