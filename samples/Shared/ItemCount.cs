using System.Globalization;

namespace Engagement.Samples;

/// <summary>Counts items so that nothing is lost silently: read = mentions + repeats + problems. Says each problem as it comes.</summary>
internal sealed class ItemCount
{
    private int _mentions;
    private int _repeats;
    private int _problems;
    private bool _showsProgress = !Console.IsErrorRedirected;

    /// <summary>Whether some input could not be read, or some urgent mention not delivered.</summary>
    public bool SawFault { get; private set; }

    public void Add(ReadOutcome outcome)
    {
        if (outcome.Problem is { } problem)
        {
            _problems++;
            SawFault = true;
            Console.Error.WriteLine(problem);
        }
        else if (outcome.IsRepeat)
        {
            _repeats++;
        }
        else
        {
            _mentions++;
        }

        if (outcome.UndeliveredBecause is { } failure)
        {
            SawFault = true;
            Console.Error.WriteLine($"URGENT and NOT DELIVERED: {outcome.Feedback!.Mention.Platform} {outcome.Feedback.Mention.Id}: {failure.Message}");
        }

        var read = _mentions + _repeats + _problems;
        if (_showsProgress && read % 1_000 == 0) Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{read:N0} items read "));
    }

    public void Print()
    {
        if (_showsProgress && _mentions + _repeats + _problems >= 1_000) Console.Error.Write('\r');
        _showsProgress = false;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"read {_mentions + _repeats + _problems} items: {_mentions} mentions, {_repeats} repeats, {_problems} problems"));
    }
}
