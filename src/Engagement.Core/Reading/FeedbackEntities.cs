using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Reading;

/// <summary>The hashtags and links that feedback carries on for counting.</summary>
internal static class FeedbackEntities
{
    /// <summary>Folded hashtags of title and text, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> HashtagsOf(ParsedMention mention)
    {
        List<string>? found = null;
        Collect(mention.Title, ref found);
        Collect(mention.Text, ref found);
        return found ?? (IReadOnlyList<string>)[];

        static void Collect(TokenStream stream, ref List<string>? found)
        {
            foreach (ref readonly var token in stream.Tokens)
            {
                if (token.Kind == TokenKind.Hashtag) AddOnce(stream.Folded(token).ToString(), ref found);
            }
        }
    }

    /// <summary>Links of title and text in canonical form, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> LinksOf(ParsedMention mention)
    {
        List<string>? found = null;
        Collect(mention, mention.Title, ref found);
        Collect(mention, mention.Text, ref found);
        return found ?? (IReadOnlyList<string>)[];

        static void Collect(ParsedMention mention, TokenStream stream, ref List<string>? found)
        {
            foreach (ref readonly var token in stream.Tokens)
            {
                if (token.Kind != TokenKind.Link) continue;
                var link = stream.Original(token).ToString();
                AddOnce(CanonicalLink.Of(link, mention.Mention.ExpandedLinks)?.Address ?? link, ref found);
            }
        }
    }

    private static void AddOnce(string value, ref List<string>? found)
    {
        found ??= [];
        if (!found.Contains(value)) found.Add(value);
    }
}
