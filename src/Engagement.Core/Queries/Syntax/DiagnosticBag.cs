using System.Globalization;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Collects findings. A hostile text could earn thousands, each with whole-query fixes: what goes past the limits is counted.</summary>
internal sealed class DiagnosticBag(string text, bool offersFixes = true)
{
    private const int MostFindings = 100;
    private const int MostCharactersOfFixes = 400_000;

    private readonly List<QueryDiagnostic> _found = [];
    private int _fixCharacters;
    private int _more;
    private bool _moreAreErrors;
    private int _errors;

    public string Text { get; } = text;

    /// <summary>Whether further findings would only be counted.</summary>
    public bool IsFull => _found.Count >= MostFindings;

    public bool HasErrors => _errors > 0;

    public void Error(TextSpan span, string message, params ReadOnlySpan<string> fixes) => Add(DiagnosticSeverity.Error, span, message, fixes);

    public void Warning(TextSpan span, string message, params ReadOnlySpan<string> fixes) => Add(DiagnosticSeverity.Warning, span, message, fixes);

    public void Information(TextSpan span, string message, params ReadOnlySpan<string> fixes) => Add(DiagnosticSeverity.Information, span, message, fixes);

    /// <summary>The whole query with one place replaced; null, and no work done, when no more fixes are wanted.</summary>
    public string Replace(TextSpan span, string replacement) =>
        WantsFixes ? string.Concat(Text.AsSpan(0, span.Start), replacement, Text.AsSpan(span.End)) : "";

    /// <summary>The whole query without one place, and without the blanks that would be left side by side.</summary>
    public string Remove(TextSpan span)
    {
        if (!WantsFixes) return "";
        var before = Text.AsSpan(0, span.Start).TrimEnd();
        var after = Text.AsSpan(span.End).TrimStart();
        var isTight = before.IsEmpty || after.IsEmpty || before[^1] == '(' || after[0] == ')';
        return string.Concat(before, isTight ? "" : " ", after);
    }

    /// <summary>Whether fixes are still collected; callers spare themselves the making otherwise.</summary>
    public bool WantsFixes => offersFixes && _fixCharacters < MostCharactersOfFixes && _found.Count < MostFindings;

    /// <summary>
    /// Keeps the fixes that keep their word: what they make parses to a query, is rid of the finding, and has no error that was not there before.
    /// </summary>
    /// <param name="read">Reads a text as this one was read, and says whether it gives a query.</param>
    public void KeepGoodFixes(Func<string, DiagnosticBag, bool> read)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i].Fixes.Count == 0) continue;
            var good = _found[i].Fixes.Where(fix => IsGood(_found[i], fix)).ToArray();
            if (good.Length < _found[i].Fixes.Count) _found[i] = _found[i] with { Fixes = good };
        }

        bool IsGood(QueryDiagnostic found, string fix)
        {
            var after = new DiagnosticBag(fix, offersFixes: false);
            if (!read(fix, after) || after._errors > _errors - (found.Severity == DiagnosticSeverity.Error ? 1 : 0)) return false;

            // Of findings that were only counted it is not known which are gone.
            return IsFull || after.CountOf(found.Message) < CountOf(found.Message);
        }
    }

    private int CountOf(string message) => _found.Count(found => found.Message == message);

    public IReadOnlyList<QueryDiagnostic> ToList()
    {
        if (_more > 0)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"There are {_more} more findings like these.");
            _found.Add(new QueryDiagnostic(
                _moreAreErrors ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, new TextSpan(Text.Length, Text.Length), message, []));
            _more = 0;
        }

        // Stable, so that findings about one place keep the order in which they were made.
        return _found.OrderBy(found => found.Span.Start).ToArray();
    }

    /// <summary>A message quotes the query: what would break the line that shows it stands there as the mark of replacement.</summary>
    private static string Readable(string message) => UnseenCharacters.IndexIn(message, 0) < 0
        ? message
        : string.Concat(message.Select((c, i) => UnseenCharacters.IsAt(message, i) ? '\uFFFD' : c));

    public void Add(DiagnosticSeverity severity, TextSpan span, string message, params ReadOnlySpan<string> fixes)
    {
        if (severity == DiagnosticSeverity.Error) _errors++;
        if (_found.Count >= MostFindings)
        {
            _more++;
            _moreAreErrors |= severity == DiagnosticSeverity.Error;
            return;
        }

        var kept = new List<string>();
        foreach (var fix in fixes)
        {
            if (fix.Length == 0 || !WantsFixes || fix == Text) continue;
            kept.Add(fix);
            _fixCharacters += fix.Length;
        }

        _found.Add(new QueryDiagnostic(severity, span, Readable(message), kept.Count == 0 ? [] : kept.ToArray()));
    }
}
