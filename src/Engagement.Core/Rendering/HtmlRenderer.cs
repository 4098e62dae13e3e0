using System.Globalization;
using System.Text;

namespace Engagement.Rendering;

/// <summary>
/// HTML that mail programs show: layout tables with <c>role="presentation"</c>, inline styles, no script, works at 320 pixels and in dark mode. Bars are cells
/// of a real table, each beside its number, so that nothing is told by colour or length alone.
/// </summary>
internal sealed class HtmlRenderer(DigestBranding branding, bool fragment) : IDigestRenderer
{
    private const string Font = "font-family:Frutiger,Arial,Helvetica,sans-serif;";
    private const string Wrap = "overflow-wrap:anywhere;word-break:break-word;";

    private const string Style = """
        body{margin:0;padding:0}
        @media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}}
        @media (prefers-color-scheme:dark){
        .page{background:#15202b!important}.card{background:#212b32!important}
        .ink,.ink td,.ink th{color:#f0f4f5!important}.soft{color:#b8c4cc!important}
        .good{border-color:#5bb97a!important}.bad{border-color:#f0776c!important}.plain{border-color:#8fa3b0!important}
        .bar-good{background:#5bb97a!important}.bar-bad{background:#f0776c!important}.bar-mixed{background:#b49ae6!important}.bar-plain{background:#6db3ff!important}
        .quote{background:#2b3840!important}.alert{background:#4a1b17!important;color:#ffffff!important}
        a.link{color:#8ec5ff!important}.line{border-color:#47545d!important}
        }
        """;

    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return PageFit.Render(DigestDocument.Of(digest, branding), Render);
    }

    public string Render(Document document)
    {
        var html = new StringBuilder(32_768);
        if (fragment)
        {
            html.Append("<section lang=\"en\" aria-label=\"").Append(HtmlText.Encode(document.Title)).Append("\">\n");
            Body(html, document);
            html.Append("</section>\n");
            return html.ToString();
        }

        html.Append("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>");
        HtmlText.Append(html, $"{document.Title}, {document.Subtitle}");
        html.Append("</title>\n<style>").Append(Style.ReplaceLineEndings("\n")).Append("</style>\n</head>\n");
        html.Append("<body class=\"page\" style=\"margin:0;padding:0;background:#f0f4f5;\">\n");
        // What mail programs show beside the subject; said again below, so not read out twice.
        html.Append("<div aria-hidden=\"true\" style=\"display:none;max-height:0;overflow:hidden;\">");
        HtmlText.Append(html, document.Summary);
        html.Append("</div>\n");
        html.Append("<table role=\"presentation\" class=\"page\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"background:#f0f4f5;\"><tr><td align=\"center\" style=\"padding:0;\">\n");
        html.Append("<table role=\"presentation\" class=\"card\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"max-width:640px;background:#ffffff;table-layout:fixed;\">\n");
        Banner(html, document);
        html.Append("<tr><td class=\"pad ink\" style=\"padding:8px 32px 32px;text-align:left;color:#212b32;").Append(Font).Append(Wrap).Append("font-size:16px;line-height:24px;\">\n<main>\n");
        foreach (var section in document.Sections) Blocks(html, section.Blocks, 0);
        html.Append("</main>\n");
        Closing(html, document);
        html.Append("</td></tr>\n</table>\n</td></tr></table>\n</body>\n</html>\n");
        return html.ToString();
    }

    private void Banner(StringBuilder html, Document document)
    {
        html.Append("<tr><td class=\"pad\" style=\"padding:24px 32px;text-align:left;background:").Append(branding.Color).Append(";color:#ffffff;").Append(Font).Append(Wrap).Append("\">\n<header>\n");
        if (branding.LogoAddress is { } logo)
            html.Append("<img src=\"").Append(HtmlText.Encode(logo)).Append("\" alt=\"").Append(HtmlText.Encode(branding.LogoText)).Append("\" height=\"40\" style=\"display:block;border:0;height:40px;max-width:100%;margin-bottom:12px;\">\n");
        html.Append("<p style=\"margin:0 0 4px;font-size:16px;line-height:24px;color:#ffffff;\">");
        HtmlText.Append(html, document.Header);
        html.Append("</p>\n<h1 style=\"margin:0;font-size:28px;line-height:34px;color:#ffffff;\">");
        HtmlText.Append(html, document.Title);
        html.Append("</h1>\n<p style=\"margin:4px 0 0;font-size:18px;line-height:26px;color:#ffffff;\">");
        HtmlText.Append(html, document.Subtitle);
        html.Append("</p>\n</header>\n</td></tr>\n");
    }

    private void Body(StringBuilder html, Document document)
    {
        html.Append("<div style=\"color:#212b32;background:#ffffff;").Append(Font).Append(Wrap).Append("font-size:16px;line-height:24px;\">\n<h2 style=\"margin:0 0 8px;font-size:24px;line-height:30px;\">");
        HtmlText.Append(html, $"{document.Title}, {document.Subtitle}");
        html.Append("</h2>\n");
        foreach (var section in document.Sections) Blocks(html, section.Blocks, 1);
        Closing(html, document);
        html.Append("</div>\n");
    }

    private void Closing(StringBuilder html, Document document)
    {
        html.Append("<hr class=\"line\" style=\"border:0;border-top:1px solid #aeb7bd;margin:32px 0 16px;\">\n<footer>\n");
        foreach (var line in document.Closing)
        {
            html.Append("<p class=\"soft\" style=\"margin:0 0 8px;font-size:14px;line-height:20px;color:#4c6272;\">");
            HtmlText.Append(html, line);
            html.Append("</p>\n");
        }

        if (branding.UnsubscribeAddress is { } address)
            html.Append("<p class=\"soft\" style=\"margin:0;font-size:14px;line-height:20px;color:#4c6272;\"><a class=\"link\" style=\"color:#005eb8;\" href=\"").Append(HtmlText.Encode(address)).Append("\">Stop getting this digest</a></p>\n");
        html.Append("</footer>\n");
    }

    private static void Blocks(StringBuilder html, IReadOnlyList<Block> blocks, int shift)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading: Write(html, heading, shift); break;
                case Paragraph paragraph: Write(html, paragraph); break;
                case Quotation quotation: Write(html, quotation); break;
                case Bullets bullets: Write(html, bullets); break;
                case Bars bars: Write(html, bars); break;
                case Facts facts: Write(html, facts); break;
            }
        }
    }

    private static void Write(StringBuilder html, Heading heading, int shift)
    {
        var level = Math.Min(6, heading.Level + shift).ToString(CultureInfo.InvariantCulture);
        html.Append("<h").Append(level).Append(heading.Level == 2 ? " style=\"margin:32px 0 8px;font-size:22px;line-height:28px;\">" : " style=\"margin:20px 0 8px;font-size:18px;line-height:24px;\">");
        HtmlText.Append(html, heading.Text);
        html.Append("</h").Append(level).Append(">\n");
    }

    private static void Write(StringBuilder html, Paragraph paragraph)
    {
        html.Append(paragraph.Tone switch
        {
            Tone.Lead => "<p style=\"margin:16px 0;font-size:20px;line-height:28px;\">",
            Tone.Small => "<p class=\"soft\" style=\"margin:0 0 12px;font-size:15px;line-height:22px;color:#4c6272;\">",
            Tone.Alert => "<p class=\"alert\" role=\"note\" style=\"margin:16px 0;padding:12px 16px;border-left:8px solid #d5281b;background:#fbeae8;font-weight:bold;color:#212b32;\">",
            _ => "<p style=\"margin:0 0 12px;\">",
        });
        HtmlText.Append(html, paragraph.Text);
        html.Append("</p>\n");
    }

    private static void Write(StringBuilder html, Quotation quotation)
    {
        var (color, name) = quotation.Tone switch
        {
            Tone.Good => ("#007f3b", "good"),
            Tone.Critical => ("#d5281b", "bad"),
            _ => ("#4c6272", "plain"),
        };
        html.Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px;table-layout:fixed;\"><tr><td class=\"quote ").Append(name)
            .Append("\" style=\"padding:12px 16px;border-left:6px solid ").Append(color).Append(";background:#f0f4f5;").Append(Wrap).Append("\">\n");
        html.Append("<blockquote style=\"margin:0;\">");
        if (quotation.Title is { } title)
        {
            html.Append("<p dir=\"auto\" style=\"margin:0 0 4px;font-weight:bold;\">");
            HtmlText.Append(html, title);
            html.Append("</p>");
        }

        if (quotation.Text.Length > 0)
        {
            html.Append("<p dir=\"auto\" style=\"margin:0 0 8px;\">");
            HtmlText.Append(html, "“" + quotation.Text + "”");
            html.Append("</p>");
        }

        html.Append("</blockquote>\n<p class=\"soft\" style=\"margin:0;font-size:14px;line-height:20px;color:#4c6272;\">");
        HtmlText.Append(html, quotation.Source);
        if (quotation.Link is { } link)
        {
            // "Read it" alone says nothing in a list of links.
            html.Append(". ");
            Anchor(html, link, "Read the post", "Read the post: " + quotation.Source);
        }

        foreach (var note in quotation.Notes)
        {
            html.Append("<br>\n");
            HtmlText.Append(html, note);
        }

        html.Append("</p>\n</td></tr></table>\n");
    }

    private static void Write(StringBuilder html, Bullets bullets)
    {
        html.Append("<ul style=\"margin:0 0 16px;padding-left:24px;\">\n");
        foreach (var item in bullets.Items)
        {
            html.Append("<li style=\"margin:0 0 6px;\">");
            if (item is { Link: { } address, LinkText: { } words })
            {
                HtmlText.Append(html, item.Text + " ");
                Anchor(html, address, words, $"{words}: {item.Text}");
            }
            else if (item.Link is { } link)
            {
                Anchor(html, link, item.Text);
            }
            else
            {
                HtmlText.Append(html, item.Text);
            }

            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Write(StringBuilder html, Bars bars)
    {
        var most = Math.Max(1, bars.Rows.Count == 0 ? 1 : bars.Rows.Max(row => row.Value));
        html.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px;border-collapse:collapse;table-layout:fixed;\">\n");
        html.Append("<caption style=\"text-align:left;font-weight:bold;padding:8px 0;\">");
        HtmlText.Append(html, bars.Caption);
        html.Append("</caption>\n<thead><tr>");
        Cell(html, bars.Label, "col", "width:42%;");
        Cell(html, bars.Count, "col", "");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in bars.Rows)
        {
            var width = ((row.Value * 62) + most - 1) / most;
            html.Append("<tr>");
            Cell(html, row.Label, "row", "font-weight:normal;");
            html.Append("<td class=\"line\" style=\"padding:6px 0;border-bottom:1px solid #d8dde0;vertical-align:top;\">");
            if (width > 0)
            {
                html.Append("<span aria-hidden=\"true\" class=\"bar-").Append(NameOf(row.Tone)).Append("\" style=\"display:inline-block;vertical-align:middle;height:14px;width:").Append(width.ToString(CultureInfo.InvariantCulture))
                    .Append("%;margin-right:8px;background:").Append(ColorOf(row.Tone)).Append(";\"></span>");
            }

            html.Append("<strong>").Append(Wording.Number(row.Value)).Append("</strong>");
            if (row.Note.Length > 0)
            {
                html.Append("<br><span class=\"soft\" style=\"font-size:14px;line-height:20px;color:#4c6272;\">");
                HtmlText.Append(html, row.Note);
                html.Append("</span>");
            }

            html.Append("</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Write(StringBuilder html, Facts facts)
    {
        html.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px;border-collapse:collapse;table-layout:fixed;\">\n<caption style=\"text-align:left;font-weight:bold;padding:8px 0;\">");
        HtmlText.Append(html, facts.Caption);
        html.Append("</caption>\n<tbody>\n");
        foreach (var fact in facts.Rows)
        {
            html.Append("<tr>");
            Cell(html, fact.Label, "row", "width:34%;");
            html.Append("<td class=\"line\" style=\"padding:6px 0;border-bottom:1px solid #d8dde0;vertical-align:top;\"><strong>");
            HtmlText.Append(html, fact.Value);
            html.Append("</strong>");
            if (fact.Note.Length > 0)
            {
                html.Append("<br><span class=\"soft\" style=\"font-size:14px;line-height:20px;color:#4c6272;\">");
                HtmlText.Append(html, fact.Note);
                html.Append("</span>");
            }

            html.Append("</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Cell(StringBuilder html, string text, string scope, string style)
    {
        html.Append("<th class=\"line\" scope=\"").Append(scope).Append("\" style=\"text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #d8dde0;").Append(style).Append("\">");
        HtmlText.Append(html, text);
        html.Append("</th>");
    }

    private static void Anchor(StringBuilder html, string link, string text, string? label = null)
    {
        html.Append("<a class=\"link\" style=\"color:#005eb8;\" href=\"").Append(HtmlText.Encode(link)).Append('"');
        if (label is not null) html.Append(" aria-label=\"").Append(HtmlText.Encode(label)).Append('"');
        html.Append('>');
        HtmlText.Append(html, text);
        html.Append("</a>");
    }

    private static string NameOf(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Critical => "bad",
        Tone.Mixed => "mixed",
        _ => "plain",
    };

    private static string ColorOf(Tone tone) => tone switch
    {
        Tone.Good => "#007f3b",
        Tone.Critical => "#d5281b",
        Tone.Mixed => "#7c5cbf",
        _ => "#005eb8",
    };
}
