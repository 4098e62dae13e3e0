using System.Globalization;
using Engagement.Queries.Dialects;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>From a text to a result: limits, parser, linter.</summary>
internal static class QueryReader
{
    public static QueryParseResult Read(string text, QueryOptions options)
    {
        var diagnostics = new DiagnosticBag(text);
        var root = ReadTree(text, options, diagnostics);
        diagnostics.KeepGoodFixes((fix, after) => ReadTree(fix, options, after) is not null);
        return new QueryParseResult(text, root is null ? null : new Query(root, options.Zone), diagnostics.ToList());
    }

    private static QueryNode? ReadTree(string text, QueryOptions options, DiagnosticBag diagnostics)
    {
        var root = IsTooLong(text, options, diagnostics)
            ? null
            : options.Dialect == QueryDialect.Standard ? QueryParser.Parse(text, options, diagnostics) : DialectReader.Parse(text, options, diagnostics);
        if (root is not null && QueryShape.HoldsForNothing(root))
        {
            diagnostics.Error(
                options.Dialect == QueryDialect.Standard ? root.Span : new TextSpan(0, text.Length),
                "This would match almost everything: it only says what to leave out, or has an OR that does. Add a word that posts must have.");
            root = null;
        }

        // The places of an imported tree are those of its translation, of which the author knows nothing.
        if (root is not null && options.Dialect == QueryDialect.Standard) QueryLinter.Check(root, diagnostics);
        return root;
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
