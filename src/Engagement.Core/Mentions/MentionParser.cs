using Engagement.Text;

namespace Engagement;

/// <summary>The library's own <see cref="IMentionParser"/>: one pass, linear time, no regular expression. Thread-safe.</summary>
public sealed class MentionParser : IMentionParser
{
    /// <summary>The parser.</summary>
    public static MentionParser Default { get; } = new();

    /// <inheritdoc/>
    public ParsedMention Parse(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var dialect = DialectOf(mention.Platform);
        return new ParsedMention
        {
            Mention = mention,
            Dialect = dialect,
            Text = TokenStream.Of(mention.Text, dialect),
            Title = TokenStream.Of(mention.Title, dialect),
            Place = TokenStream.Of(mention.Place, TextDialect.Neutral),
            Biography = TokenStream.Of(mention.Author?.Biography, dialect),
        };
    }

    /// <summary>Reads a bare text.</summary>
    /// <param name="text">The text; any characters, lone surrogates included.</param>
    /// <param name="platform">Whose rules to follow.</param>
    public ParsedMention Parse(string text, Platform platform = Platform.Other)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(new Mention { Id = "text", Text = text, Platform = platform });
    }

    /// <inheritdoc/>
    public ParsedMention Parse(Mention mention, ReadingWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Scratch<Buffers>().Read(mention, DialectOf(mention.Platform));
    }

    private static TextDialect DialectOf(Platform platform) => platform switch
    {
        Platform.X => TextDialect.X,
        Platform.Mastodon => TextDialect.Mastodon,
        Platform.Bluesky => TextDialect.Bluesky,
        _ => TextDialect.Neutral,
    };

    private sealed class Buffers
    {
        private readonly ParsedMention _parsed = new();
        private readonly TokenStream _text = new();
        private readonly TokenStream _title = new();
        private readonly TokenStream _place = new();
        private readonly TokenStream _biography = new();

        public ParsedMention Read(Mention mention, TextDialect dialect)
        {
            _parsed.Mention = mention;
            _parsed.Dialect = dialect;
            _parsed.Text = Read(_text, mention.Text, dialect);
            _parsed.Title = Read(_title, mention.Title, dialect);
            _parsed.Place = Read(_place, mention.Place, TextDialect.Neutral);
            _parsed.Biography = Read(_biography, mention.Author?.Biography, dialect);
            return _parsed;
        }

        private static TokenStream Read(TokenStream buffer, string? text, TextDialect dialect)
        {
            if (string.IsNullOrEmpty(text)) return TokenStream.Empty;
            buffer.Read(text, dialect);
            return buffer;
        }
    }
}
