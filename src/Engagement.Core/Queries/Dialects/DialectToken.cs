using Engagement.Text;

namespace Engagement.Queries.Dialects;

/// <summary>What a <see cref="DialectToken"/> is.</summary>
internal enum DialectTokenKind : byte
{
    Open,
    Close,

    /// <summary>Anything between blanks, with its field name if it has one.</summary>
    Word,

    /// <summary>Text between quotes, with what is tied to its end (<c>~5</c>, <c>^2</c>).</summary>
    Quoted,

    /// <summary>Brandwatch <c>{BT}</c>: exact case.</summary>
    Braced,

    /// <summary>A range in square (or mixed) brackets.</summary>
    Range,

    /// <summary>Between slashes (Lucene) or <c>&lt;&lt;&lt;</c> and <c>&gt;&gt;&gt;</c> (Brandwatch comments): nothing that can be searched for.</summary>
    Foreign,

    /// <summary>A closing bracket of a range without an opening one.</summary>
    Stray,
}

/// <summary>A piece of a query in another dialect.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its place, sign and field included.</param>
/// <param name="Sign"><c>+</c>, <c>-</c>, or a blank.</param>
/// <param name="Field">Name of the field with which it begins, without the colon; empty for none.</param>
/// <param name="Text">The rest: content of quotes and brackets, or the word.</param>
/// <param name="Suffix">What is tied to the end of a quoted text or a bracket; of a range its opening and closing bracket.</param>
/// <param name="IsUnclosed">Whether what it opened is never closed.</param>
internal readonly record struct DialectToken(DialectTokenKind Kind, TextSpan Span, char Sign, string Field, string Text, string Suffix = "", bool IsUnclosed = false);
