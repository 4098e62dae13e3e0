namespace Engagement.Rendering;

internal static class MailboxCharacters
{
    /// <summary>Whether the part before the <c>@</c> can stand in a mailto link as it is.</summary>
    public static bool ContainsOnlyMailboxCharacters(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '+')) return false;
        }

        return true;
    }
}
