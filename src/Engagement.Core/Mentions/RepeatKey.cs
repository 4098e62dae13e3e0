using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>
/// The key by which copies of the same words are known, whoever they are addressed to and whatever they link to: folded words, numbers,
/// hashtags, cashtags and emoji of title and text in their order, without handles, links, e-mail addresses, retweet marks and punctuation.
/// </summary>
public static class RepeatKey
{
    /// <summary>Fewest words of a text that has a key: shorter ones are said anew by many people.</summary>
    public const int FewestWords = 6;

    /// <summary>The key of a mention: 32 hexadecimal digits, the first half of the SHA-256 of what it is made of.</summary>
    /// <returns>Null where there are fewer than six words, and for answers to a survey, each of which is somebody's own.</returns>
    public static string? Of(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        if (mention.Mention.Platform == Platform.Survey) return null;
        var room = ArrayPool<char>.Shared.Rent(Room(mention.Title) + Room(mention.Text) + 1);
        try
        {
            var (length, words) = (0, 0);
            Append(mention.Title, room, ref length, ref words);
            room[length++] = '\n';
            Append(mention.Text, room, ref length, ref words);
            if (words < FewestWords) return null;
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(MemoryMarshal.AsBytes(room.AsSpan(0, length)), hash);
            return Convert.ToHexStringLower(hash[..16]);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room);
        }
    }

    private static int Room(TokenStream stream)
    {
        var room = 0;
        foreach (ref readonly var token in stream.Tokens) room += token.FoldedLength + 1;
        return room;
    }

    private static void Append(TokenStream stream, char[] room, ref int length, ref int words)
    {
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Punctuation or TokenKind.Handle or TokenKind.List or TokenKind.Link or TokenKind.Email) continue;
            var folded = stream.Folded(token);
            if (token.Kind == TokenKind.Word && folded is "rt" && IsRetweetMark(tokens, i)) continue;
            if (token.Kind != TokenKind.Emoji) words++;
            folded.CopyTo(room.AsSpan(length));
            length += folded.Length;
            room[length++] = ' ';
        }
    }

    private static bool IsRetweetMark(ReadOnlySpan<Token> tokens, int index)
    {
        if (index == 0) return true;
        var next = index + 1;
        while (next < tokens.Length && tokens[next].Kind == TokenKind.Punctuation) next++;
        return next < tokens.Length && tokens[next].Kind is TokenKind.Handle or TokenKind.List;
    }
}
