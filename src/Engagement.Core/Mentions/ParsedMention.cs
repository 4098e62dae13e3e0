using Engagement.Mentions;
using Engagement.Text;

namespace Engagement;

/// <summary>
/// A mention with its words and entities, read once. Everything that follows works on these tokens. Immutable when it comes from a
/// call without a workspace; with one, it holds until the workspace is used again.
/// </summary>
public sealed class ParsedMention
{
    internal ParsedMention()
    {
    }

    /// <summary>What arrived.</summary>
    public Mention Mention { get; internal set; } = null!;

    /// <summary>Whose rules the entities follow.</summary>
    public TextDialect Dialect { get; internal set; }

    /// <summary>Tokens of <see cref="Mention.Text"/>.</summary>
    public TokenStream Text { get; internal set; } = TokenStream.Empty;

    /// <summary>Tokens of <see cref="Mention.Title"/>.</summary>
    public TokenStream Title { get; internal set; } = TokenStream.Empty;

    /// <summary>Tokens of <see cref="Mention.Place"/>.</summary>
    public TokenStream Place { get; internal set; } = TokenStream.Empty;

    /// <summary>Tokens of <see cref="Author.Biography"/>.</summary>
    public TokenStream Biography { get; internal set; } = TokenStream.Empty;

    /// <summary>The handle, without <c>@</c>, that the text begins with, white space aside: whom it replies to. Null when it begins otherwise.</summary>
    public string? ReplyHandle => Text.Count > 0 && Text[0].Kind == TokenKind.Handle && IsBlank(Text.Source.AsSpan(0, Text[0].Start))
        ? Text.Source[(Text[0].Start + 1)..Text[0].End]
        : null;

    /// <summary>The tokens of one of the fields that have tokens; for the others <see cref="TokenStream.Empty"/>.</summary>
    public TokenStream StreamOf(MentionField field) => field switch
    {
        MentionField.Text => Text,
        MentionField.Title => Title,
        MentionField.Place => Place,
        MentionField.Biography => Biography,
        _ => TokenStream.Empty,
    };

    /// <summary>The entities of title and text, title first, each in the order of the text. Made at each call.</summary>
    public IReadOnlyList<Entity> GetEntities()
    {
        var entities = new List<Entity>();
        Collect(Title, MentionField.Title, Mention.Platform, entities);
        Collect(Text, MentionField.Text, Mention.Platform, entities);
        return entities;
    }

    /// <summary>What may deceive a reader of title, text or the author's handle. Found at each call.</summary>
    public MentionFlags GetFlags()
    {
        var flags = MentionFlags.None;
        foreach (var found in GetFlaggedSpans()) flags |= found.Flag;
        return flags;
    }

    /// <summary>Where title, text or the author's handle may deceive a reader. Found at each call.</summary>
    public IReadOnlyList<FlaggedSpan> GetFlaggedSpans() => DeceptionFinder.Find(this);

    // Format characters are no tokens, but they are no white space either.
    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if ((UnicodeTable.Of(c) & CharClass.Space) == 0) return false;
        }

        return true;
    }

    private static void Collect(TokenStream stream, MentionField field, Platform platform, List<Entity> entities)
    {
        foreach (ref readonly var token in stream.Tokens)
        {
            if (!token.IsEntity) continue;
            var hasSigil = token.Kind is TokenKind.Handle or TokenKind.List or TokenKind.Hashtag or TokenKind.Cashtag;
            var value = stream.Source[(token.Start + (hasSigil ? 1 : 0))..token.End];
            if (token.Kind == TokenKind.Cashtag && platform == Platform.Bluesky) value = value.ToUpperInvariant();
            entities.Add(new Entity((EntityKind)(token.Kind - TokenKind.Handle), field, token.Span, value));
        }
    }
}
