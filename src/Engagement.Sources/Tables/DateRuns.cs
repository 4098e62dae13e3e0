using Engagement.Sources.Dates;

namespace Engagement.Sources.Tables;

/// <summary>
/// Finds rows whose dates were written in the other order. A spreadsheet opened under the wrong settings turns a whole run of rows
/// month-first; half of them then look sound. A run is a stretch of rows of one place without a date that proves the order told. When a
/// row of a run is possible in the other order only, every ambiguous row of that run is doubtful, those before it as well. That is why
/// ambiguous rows are held back until their run is decided or ends, within the limits given.
/// </summary>
internal sealed class DateRuns(int maximumHeldRows, long maximumHeldCharacters)
{
    private readonly Queue<(SourceOutcome Outcome, bool IsAmbiguous)> _held = new();
    private long _heldCharacters;
    private string? _place;
    private bool _isReversed;

    /// <summary>Takes a row in the order of the file, and gives the rows that are decided now.</summary>
    public void Add(SourceOutcome outcome, DateCertainty certainty, string? place, List<SourceOutcome> decided)
    {
        if (certainty is DateCertainty.Plain or DateCertainty.Proven || !string.Equals(place, _place, StringComparison.Ordinal))
            End(decided);
        _place = place;

        if (certainty == DateCertainty.Reversed && !_isReversed)
        {
            _isReversed = true;
            Release(decided);
        }

        var isAmbiguous = certainty == DateCertainty.Ambiguous && outcome.Mention is not null;
        if (_held.Count > 0 || (isAmbiguous && !_isReversed))
        {
            _held.Enqueue((outcome, isAmbiguous));
            _heldCharacters += LengthOf(outcome);
            while (_held.Count > maximumHeldRows || _heldCharacters > maximumHeldCharacters) ReleaseOne(decided);
        }
        else
        {
            decided.Add(isAmbiguous ? Doubtful(outcome) : outcome);
        }
    }

    /// <summary>Ends the run: nothing more is held.</summary>
    public void End(List<SourceOutcome> decided)
    {
        Release(decided);
        _isReversed = false;
    }

    private static SourceOutcome Doubtful(SourceOutcome outcome) => SourceOutcome.Read(outcome.Mention! with { DateIsDoubtful = true });

    private static int LengthOf(SourceOutcome outcome) => outcome.Mention?.Text.Length ?? 0;

    private void Release(List<SourceOutcome> decided)
    {
        while (_held.Count > 0) ReleaseOne(decided);
    }

    private void ReleaseOne(List<SourceOutcome> decided)
    {
        var (outcome, isAmbiguous) = _held.Dequeue();
        _heldCharacters -= LengthOf(outcome);
        decided.Add(isAmbiguous && _isReversed ? Doubtful(outcome) : outcome);
    }
}
