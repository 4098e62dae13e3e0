using System.Globalization;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>From a text to a result: limits, parser, linter.</summary>
internal static class QueryReader
{
    public static QueryParseResult Read(string text, QueryOptions options)
    {
        var diagnostics = new DiagnosticBag(text);
        var root = IsTooLong(text, options, diagnostics) ? null : QueryParser.Parse(text, options, diagnostics);
        if (root is not null && QueryShape.HoldsForNothing(root))
        {
            diagnostics.Error(
                root.Span,
                "This would match almost everything: it only says what to leave out, or has an OR that does. Add a word that posts must have.");
            root = null;
        }

        if (root is not null) QueryLinter.Check(root, diagnostics);
        return new QueryParseResult(text, root is null ? null : new Query(root, options.Zone), diagnostics.ToList());
    }

    private static bool IsTooLong(string text, QueryOptions options, DiagnosticBag diagnostics)
    {
        if (text.Length <= options.MaximumLength) return false;
        var message = string.Create(
            CultureInfo.InvariantCulture, $"The query is {text.Length:N0} characters long; at most {options.MaximumLength:N0} are read.");
        diagnostics.Error(new TextSpan(options.MaximumLength, text.Length), message);
        return true;
    }
}
