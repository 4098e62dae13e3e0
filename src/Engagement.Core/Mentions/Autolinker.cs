using System.Text;
using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>Turns the entities of a text into HTML links, as twitter-text does, with everything encoded. Thread-safe.</summary>
public static class Autolinker
{
    private const string Hidden = "style='position:absolute;left:-9999px;'";

    /// <summary>Links the entities that the text has by the rules of the options' dialect.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How to link; <see cref="LinkingOptions.X"/> when null.</param>
    /// <returns>HTML, safe to stand in an element.</returns>
    public static string ToHtml(string text, LinkingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= LinkingOptions.X;
        return ToHtml(text, EntitiesOf(text, options.Dialect), options);
    }

    /// <summary>Links given entities, such as those that a platform sent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Entities of that text. One that lies outside it, or overlaps one before it, is left out.</param>
    /// <param name="options">How to link; <see cref="LinkingOptions.X"/> when null.</param>
    /// <returns>HTML, safe to stand in an element.</returns>
    public static string ToHtml(string text, IReadOnlyList<Entity> entities, LinkingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(entities);
        options ??= LinkingOptions.X;
        var html = new StringBuilder(text.Length * 2);
        var done = 0;
        foreach (var entity in entities.OrderBy(entity => entity.Span.Start))
        {
            if (entity.Span.Start < done || entity.Span.End > text.Length || entity.Span.Length <= 0) continue;
            AppendText(html, text.AsSpan(done, entity.Span.Start - done), options);
            AppendEntity(html, text, entity, options);
            done = entity.Span.End;
        }

        AppendText(html, text.AsSpan(done), options);
        return html.ToString();
    }

    private static IReadOnlyList<Entity> EntitiesOf(string text, TextDialect dialect) => MentionParser.Default.Parse(text, dialect switch
    {
        TextDialect.X => Platform.X,
        TextDialect.Mastodon => Platform.Mastodon,
        TextDialect.Bluesky => Platform.Bluesky,
        _ => Platform.Web,
    }).GetEntities();

    private static void AppendEntity(StringBuilder html, string text, Entity entity, LinkingOptions options)
    {
        var written = entity.Span.Of(text);
        var body = entity.Kind is EntityKind.Link or EntityKind.Email or EntityKind.Emoji ? written : written[1..];
        switch (entity.Kind)
        {
            case EntityKind.Handle or EntityKind.List when options.HandleBase is { } handleBase:
                AppendEncoded(html, written[..1]);
                html.Append("<a class=\"");
                AppendEncoded(html, entity.Kind == EntityKind.List ? options.ListClass : options.HandleClass);
                html.Append("\" href=\"");
                AppendEncoded(html, handleBase);
                AppendEncoded(html, body);
                AppendEnd(html, options, body);
                break;
            case EntityKind.Hashtag when options.HashtagBase is { } hashtagBase:
                AppendTag(html, written, '#', hashtagBase, IsRightToLeft(body) ? options.HashtagClass + " rtl" : options.HashtagClass, options);
                break;
            case EntityKind.Cashtag when options.CashtagBase is { } cashtagBase:
                AppendTag(html, written, '$', cashtagBase, options.CashtagClass, options);
                break;
            case EntityKind.Link when options.LinkLinks:
                AppendLink(html, written, options);
                break;
            case EntityKind.Email when options.LinkLinks && options.LinkBareLinks:
                html.Append("<a href=\"mailto:");
                AppendEncoded(html, written);
                AppendEnd(html, options, written);
                break;
            default:
                AppendText(html, written, options);
                break;
        }
    }

    private static void AppendTag(StringBuilder html, ReadOnlySpan<char> written, char sigil, string address, string @class, LinkingOptions options)
    {
        html.Append("<a href=\"");
        AppendEncoded(html, address);
        AppendEncoded(html, written[1..]);
        html.Append("\" title=\"").Append(sigil);
        AppendEncoded(html, written[1..]);
        html.Append("\" class=\"");
        AppendEncoded(html, @class);
        AppendEnd(html, options, written);
    }

    private static void AppendLink(StringBuilder html, ReadOnlySpan<char> written, LinkingOptions options)
    {
        var hasProtocol = written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!hasProtocol && !options.LinkBareLinks)
        {
            AppendText(html, written, options);
            return;
        }

        html.Append("<a href=\"");
        if (!hasProtocol) html.Append("https://");
        AppendEncoded(html, written);
        if (!options.ShownLinks.TryGetValue(written.ToString(), out var shown))
        {
            AppendEnd(html, options, written);
            return;
        }

        html.Append("\" title=\"");
        AppendEncoded(html, shown.Target);
        AppendRelation(html, options);
        html.Append("\">");
        AppendShown(html, shown);
        html.Append("</a>");
    }

    /// <summary>Shows a part of the target, but lets the whole be copied: what is not shown stands off the page, and the dots are never copied.</summary>
    private static void AppendShown(StringBuilder html, ShownLink shown)
    {
        var display = shown.Display.Replace("…", "", StringComparison.Ordinal);
        var at = shown.Target.IndexOf(display, StringComparison.Ordinal);
        if (at < 0)
        {
            AppendEncoded(html, shown.Display);
            return;
        }

        html.Append("<span class='tco-ellipsis'>");
        if (shown.Display.StartsWith('…')) html.Append('…');
        html.Append("<span ").Append(Hidden).Append(">&nbsp;</span></span><span ").Append(Hidden).Append('>');
        AppendEncoded(html, shown.Target.AsSpan(0, at));
        html.Append("</span><span class='js-display-url'>");
        AppendEncoded(html, display);
        html.Append("</span><span ").Append(Hidden).Append('>');
        AppendEncoded(html, shown.Target.AsSpan(at + display.Length));
        html.Append("</span><span class='tco-ellipsis'><span ").Append(Hidden).Append(">&nbsp;</span>");
        if (shown.Display.EndsWith('…')) html.Append('…');
        html.Append("</span>");
    }

    private static void AppendEnd(StringBuilder html, LinkingOptions options, ReadOnlySpan<char> shown)
    {
        AppendRelation(html, options);
        html.Append("\">");
        AppendEncoded(html, shown);
        html.Append("</a>");
    }

    private static void AppendRelation(StringBuilder html, LinkingOptions options)
    {
        if (options.Relation is not { } relation) return;
        html.Append("\" rel=\"");
        AppendEncoded(html, relation);
    }

    private static void AppendText(StringBuilder html, ReadOnlySpan<char> text, LinkingOptions options)
    {
        if (options.TextIsHtml) html.Append(text);
        else AppendEncoded(html, text);
    }

    internal static void AppendEncoded(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                default:
                    html.Append(c);
                    break;
            }
        }
    }

    private static bool IsRightToLeft(ReadOnlySpan<char> tag) =>
        !tag.IsEmpty && tag[0] is (>= '\u0590' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFE70' and <= '\uFEFF');
}
