using System.Globalization;
using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>How long a post is where it is measured in characters as people see them. For X see <see cref="XLength"/>.</summary>
public static class PostLength
{
    /// <summary>Longest post on a Mastodon server that has not set its own limit.</summary>
    public const int MastodonMaximum = 500;

    /// <summary>Longest post on Bluesky, in characters as people see them.</summary>
    public const int BlueskyMaximumGraphemes = 300;

    /// <summary>Longest post on Bluesky, in UTF-8 bytes.</summary>
    public const int BlueskyMaximumUtf8 = 3000;

    private const int MastodonLink = 23;

    /// <summary>Length on Mastodon: characters as people see them, each link as 23, <c>@name@host</c> as <c>@name</c>.</summary>
    public static int OnMastodon(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stream = TokenStream.Of(text, TextDialect.Mastodon);
        var (length, counted) = (0, 0);
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind == TokenKind.Link)
            {
                length += Graphemes(text.AsSpan(counted, token.Start - counted)) + MastodonLink;
                counted = token.End;
            }
            else if (token.Kind == TokenKind.Handle && text.IndexOf('@', token.Start + 1, token.End - token.Start - 1) is var host and > 0)
            {
                length += Graphemes(text.AsSpan(counted, host - counted));
                counted = token.End;
            }
        }

        return length + Graphemes(text.AsSpan(counted));
    }

    /// <summary>Characters as people see them (extended grapheme clusters).</summary>
    public static int Graphemes(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; count++) text = text[StringInfo.GetNextTextElementLength(text)..];
        return count;
    }

    /// <summary>Bytes in UTF-8; a lone surrogate takes three.</summary>
    public static int Utf8(ReadOnlySpan<char> text) => System.Text.Encoding.UTF8.GetByteCount(text);

    /// <summary>Whether Mastodon takes the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">The server's limit; 500 unless it has set its own.</param>
    public static bool FitsMastodon(string text, int maximum = MastodonMaximum) => OnMastodon(text) <= maximum;

    /// <summary>Whether Bluesky takes the text: at most 300 graphemes and 3,000 bytes.</summary>
    public static bool FitsBluesky(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Utf8(text) <= BlueskyMaximumUtf8 && Graphemes(text) <= BlueskyMaximumGraphemes;
    }
}
