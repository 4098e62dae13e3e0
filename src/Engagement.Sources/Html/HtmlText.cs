using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Engagement.Sources.Html;

/// <summary>
/// Markup to plain text: paragraphs and line breaks become lines, white space collapses as a browser shows it, links are kept. Works on
/// AngleSharp's tokens rather than on a document, so that its cost is linear for any markup, however deep.
/// </summary>
internal static class HtmlText
{
    /// <summary>The text of markup.</summary>
    /// <param name="html">Markup, whole or a piece of it, sound or not.</param>
    /// <param name="nameOf">What to write for a link to a person, by its target; null keeps the words of the link.</param>
    public static string Read(string html, Func<string, string, string?>? nameOf = null)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return Collapse(html);

        // AngleSharp reads U+0000 as an error and a lone surrogate as it stands.
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var writer = new Writer(nameOf);
        while (true)
        {
            var token = tokens.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return writer.Finish();
                case HtmlTokenType.Character:
                    writer.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    writer.Start(token.AsTag());
                    tokens.State = token.Name switch
                    {
                        "script" => HtmlParseMode.Script,
                        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
                        "title" or "textarea" => HtmlParseMode.RCData,
                        _ => tokens.State,
                    };
                    break;
                case HtmlTokenType.EndTag:
                    writer.End(token.Name);
                    break;
            }
        }
    }

    /// <summary>Plain text with runs of white space, no-break spaces among them, made single spaces.</summary>
    public static string Collapse(string text)
    {
        var writer = new Writer(null);
        writer.Text(text);
        return writer.Finish();
    }

    private sealed class Writer(Func<string, string, string?>? nameOf)
    {
        private readonly StringBuilder _text = new();
        private int _hidden;
        private int _pendingLines;
        private bool _pendingSpace;
        private int _linkStart = -1;
        private string? _linkTarget;
        private bool _linkIsSplit;
        private bool _linkIsName;

        public void Text(string data)
        {
            if (_hidden > 0) return;
            foreach (var c in data)
            {
                if (char.IsWhiteSpace(c))
                {
                    _pendingSpace = true;
                    continue;
                }

                Settle();
                _text.Append(c);
            }
        }

        public void Start(HtmlTagToken tag)
        {
            switch (tag.Name)
            {
                case "script" or "style" or "iframe" or "noembed" or "noframes" or "xmp" or "title" or "template":
                    if (!tag.IsSelfClosing) _hidden++;
                    break;
                case "br":
                    _pendingLines++;
                    break;
                case "p" or "blockquote" or "ul" or "ol" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "article"
                    or "section" or "figure":
                    _pendingLines = Math.Max(_pendingLines, 2);
                    break;
                case "div" or "li" or "tr" or "dt" or "dd" or "header" or "footer" or "figcaption" or "hr":
                    _pendingLines = Math.Max(_pendingLines, 1);
                    break;
                case "td" or "th":
                    _pendingSpace = true;
                    break;
                case "img":
                    // Custom emoji are pictures whose alternative text is the word for them; other pictures are no words of the author.
                    if (Classes(tag).Contains("emoji", StringComparison.Ordinal)) Text(tag.GetAttribute("alt") ?? "");
                    break;
                case "a":
                    EndLink();
                    _linkTarget = tag.GetAttribute("href");
                    _linkIsName = Classes(tag) is var classes
                        && (classes.Contains("mention", StringComparison.Ordinal) || classes.Contains("hashtag", StringComparison.Ordinal));
                    _linkIsSplit = false;
                    _linkStart = _text.Length;
                    break;
                case "span":
                    if (_linkStart >= 0 && Classes(tag) is "invisible" or "ellipsis") _linkIsSplit = true;
                    break;
            }
        }

        public void End(string name)
        {
            switch (name)
            {
                case "script" or "style" or "iframe" or "noembed" or "noframes" or "xmp" or "title" or "template":
                    if (_hidden > 0) _hidden--;
                    break;
                case "p" or "blockquote" or "ul" or "ol" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "article"
                    or "section" or "figure":
                    _pendingLines = Math.Max(_pendingLines, 2);
                    break;
                case "div" or "li" or "tr" or "dt" or "dd" or "header" or "footer" or "figcaption":
                    _pendingLines = Math.Max(_pendingLines, 1);
                    break;
                case "a":
                    EndLink();
                    break;
            }
        }

        public string Finish()
        {
            EndLink();
            return _text.ToString();
        }

        private static string Classes(HtmlTagToken tag) => tag.GetAttribute("class") ?? "";

        private void EndLink()
        {
            var (start, target) = (_linkStart, _linkTarget);
            (_linkStart, _linkTarget) = (-1, null);
            if (start < 0 || string.IsNullOrWhiteSpace(target)) return;
            while (start < _text.Length && char.IsWhiteSpace(_text[start])) start++;
            var words = _text.ToString(start, _text.Length - start);
            if (_linkIsName)
            {
                if (nameOf?.Invoke(target, words) is { } name) Replace(start, name);
                return;
            }

            if (!target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                && !target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return;
            if (words.Length == 0) return;
            if (_linkIsSplit || SaysTarget(words, target)) Replace(start, target);
            else _text.Append(" (").Append(target).Append(')');
        }

        private void Replace(int start, string with)
        {
            _text.Length = start;
            _text.Append(with);
        }

        // "nhs.uk/conditions…" for "https://www.nhs.uk/conditions/asthma".
        private static bool SaysTarget(string words, string target)
        {
            var shown = words.AsSpan().TrimEnd(['…', '.', '/']);
            if (shown.Length < 4 || shown.IndexOfAny(' ', '\n') >= 0 || shown.IndexOf('.') < 0) return false;
            return Bare(target).StartsWith(Bare(shown), StringComparison.OrdinalIgnoreCase);
        }

        private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> link)
        {
            var scheme = link.IndexOf("://");
            if (scheme is >= 0 and < 8) link = link[(scheme + 3)..];
            return link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? link[4..] : link;
        }

        private void Settle()
        {
            if (_text.Length > 0)
            {
                if (_pendingLines > 0) _text.Append('\n', Math.Min(_pendingLines, 2));
                else if (_pendingSpace) _text.Append(' ');
            }

            _pendingLines = 0;
            _pendingSpace = false;
        }
    }
}
