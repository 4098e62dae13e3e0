using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>
/// E-mail addresses, also such as the tokenizer does not take for one (a domain that does not exist is still somebody's address), and
/// "jean dot hartley at mailbox dot org". Handles such as <c>@library@social.example</c> are none.
/// </summary>
internal static class EmailRule
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;

    public static void Find(string text, List<Redaction> found)
    {
        var from = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > from && at - start < LongestLocalPart && IsLocal(text[start - 1])) start--;
            while (start < at && text[start] is '.' or '-' or '%') start++;
            var end = DomainEnd(text, at + 1);
            var isHandle = start > 0 && text[start - 1] == '@';
            if (start == at || end == 0 || isHandle || IsInLink(text, start)) continue;
            found.Add(new Redaction(RedactionKind.Email, new TextSpan(start, end)));
            from = end;
        }

        Bracketed(text, found);
        Spoken(text, found);
    }

    // "jean.hartley (at) mailbox.org", "jean[at]mailbox[dot]org".
    private static void Bracketed(string text, List<Redaction> found)
    {
        for (var at = text.IndexOf("at", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("at", at + 2, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsBracketed(text, at, 2)) continue;
            var localEnd = at - 1;
            if (localEnd > 0 && text[localEnd - 1] == ' ') localEnd--;
            var start = localEnd;
            while (start > 0 && localEnd - start < LongestLocalPart && IsLocal(text[start - 1])) start--;
            var end = BracketedDomainEnd(text, at + 3);
            if (start < localEnd && end > 0) found.Add(new Redaction(RedactionKind.Email, new TextSpan(start, end)));
        }
    }

    private static int BracketedDomainEnd(string text, int start)
    {
        if (start < text.Length && text[start] == ' ') start++;
        var end = WordEnd(text, start);
        var dots = 0;
        while (end > start && end - start < LongestDomain)
        {
            var next = end;
            if (next < text.Length && text[next] == ' ') next++;
            if (next == end && next < text.Length && text[next] is '.' or '-') next++;
            else if (next + 4 < text.Length && text.AsSpan(next + 1, 3).Equals("dot", StringComparison.OrdinalIgnoreCase) && IsBracketed(text, next + 1, 3)) next += 5;
            else break;
            if (next < text.Length && text[next] == ' ') next++;
            var word = WordEnd(text, next);
            if (word == next) break;
            if (text[next - 1] != '-') dots++;
            end = word;
        }

        return dots > 0 ? end : 0;
    }

    private static bool IsBracketed(string text, int start, int length) =>
        start > 0 && start + length < text.Length && text[start - 1] is '(' or '[' or '{' && text[start + length] is ')' or ']' or '}';

    // "jean (at) mailbox.org", "jean dot hartley at mailbox dot co dot uk".
    private static void Spoken(string text, List<Redaction> found)
    {
        for (var dot = text.IndexOf(" dot ", StringComparison.OrdinalIgnoreCase); dot >= 0; dot = text.IndexOf(" dot ", dot + 5, StringComparison.OrdinalIgnoreCase))
        {
            if (found.Count > 0 && found[^1].Span.End > dot) continue;
            var domain = WordStart(text, dot);
            var at = WordStart(text, domain - 1);
            if (domain == dot || at < 1 || domain < 3 || !IsSpokenAt(text.AsSpan(at, domain - 1 - at))) continue;
            var start = WordStart(text, at - 1);
            while (start > 5 && text.AsSpan(start - 5, 5).Equals(" dot ", StringComparison.OrdinalIgnoreCase)) start = WordStart(text, start - 5);
            var end = dot;
            while (end < text.Length && text.AsSpan(end).StartsWith(" dot ", StringComparison.OrdinalIgnoreCase) && WordEnd(text, end + 5) is var next && next > end + 5) end = next;
            if (start < at - 1 && end > dot) found.Add(new Redaction(RedactionKind.Email, new TextSpan(start, end)));
        }
    }

    private static bool IsSpokenAt(ReadOnlySpan<char> word) => word.Trim("()[]").Equals("at", StringComparison.OrdinalIgnoreCase);

    private static int WordStart(string text, int end)
    {
        var start = Math.Max(end, 0);
        while (start > 0 && end - start < LongestLocalPart && !char.IsWhiteSpace(text[start - 1])) start--;
        return start;
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestLocalPart && char.IsLetterOrDigit(text[end])) end++;
        return end;
    }

    private static int DomainEnd(string text, int start)
    {
        var end = start;
        var dot = 0;
        while (end < text.Length && end - start < LongestDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            if (text[end] == '.' && end > start && char.IsLetterOrDigit(text[end - 1]) && end + 1 < text.Length && char.IsLetter(text[end + 1])) dot = end;
            else if (text[end] == '.') break;
            end++;
        }

        while (end > start && text[end - 1] is '.' or '-') end--;
        return dot > 0 && end - dot > 2 ? end : 0;
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';

    // user@host within an address that starts with a protocol. mailto: has no slashes.
    private static bool IsInLink(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < LongestDomain && !char.IsWhiteSpace(text[from - 1])) from--;
        return text.AsSpan(from, start - from).Contains("://", StringComparison.Ordinal);
    }
}
