using System.Globalization;
using System.Text;
using Engagement.Digests;
using Engagement.Rendering;

namespace Engagement;

/// <summary>A picture of one piece of praise for a notice board: SVG, 1,200 by 675 units, that scales to any size. Pure and deterministic.</summary>
public static class PraiseCard
{
    private const int Width = 1_200;
    private const int Height = 675;

    /// <summary>Longest quotation in UTF-16 code units; what is longer is cut at a word.</summary>
    public const int QuoteLength = 360;

    /// <summary>The card. It has a title and a description for those who do not see it, and loads nothing.</summary>
    /// <param name="item">One of <see cref="Digest.Praise"/>.</param>
    /// <param name="digest">The digest it comes from.</param>
    /// <param name="branding">Null for the default. A logo is left out: a picture that loads another is not shown in many places.</param>
    public static string Render(DigestItem item, Digest digest, DigestBranding? branding = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(digest);
        branding ??= new DigestBranding();
        var quote = "“" + DigestText.Clean(item.Text, QuoteLength) + "”";
        // Short praise is written large. A character takes about half its size across.
        var size = quote.Length switch { <= 90 => 56, <= 180 => 44, <= 270 => 36, _ => 31 };
        var lines = Lines(quote, (int)((Width - 160) / (size * 0.52)));
        var lead = size * 13 / 10;
        var top = 130 + Math.Max(0, (Height - 330 - (lines.Count * lead)) / 2) + size;
        var whom = item.People.Concat(item.Teams).ToList();
        var thanks = whom.Count > 0 ? "Thank you, " + Wording.List(whom) : "Thank you, " + digest.AudienceName;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-labelledby=\"t d\" xml:lang=\"en\">\n");
        svg.Append("<title id=\"t\">");
        HtmlText.Append(svg, thanks);
        svg.Append("</title>\n<desc id=\"d\">");
        HtmlText.Append(svg, $"{quote} {Wording.Source(item)}");
        svg.Append("</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n<rect width=\"{Width}\" height=\"110\" fill=\"{branding.Color}\"/>\n<rect y=\"{Height - 16}\" width=\"{Width}\" height=\"16\" fill=\"#007f3b\"/>\n");
        Line(svg, Cut(thanks, 52), 80, 70, 40, "#ffffff", bold: true);
        for (var i = 0; i < lines.Count; i++) Line(svg, lines[i], 80, top + (i * lead), size, "#212b32", bold: false);
        Line(svg, Cut(Wording.Source(item), 70), 80, Height - 96, 28, "#4c6272", bold: false);
        Line(svg, Cut(branding.Header ?? digest.TrustName, 70), 80, Height - 50, 28, "#4c6272", bold: true);
        return svg.Append("</svg>\n").ToString();
    }

    private static string Cut(string text, int most) => DigestText.Clean(text, most);

    private static void Line(StringBuilder svg, string text, int x, int y, int size, string color, bool bold)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-family=\"Frutiger, Arial, Helvetica, sans-serif\" font-size=\"{size}\"{(bold ? " font-weight=\"bold\"" : "")} fill=\"{color}\">");
        HtmlText.Append(svg, text);
        svg.Append("</text>\n");
    }

    private static List<string> Lines(string text, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range];
            // A word that no line holds is cut between characters as people see them.
            while (word.Length > most)
            {
                Flush();
                var end = 0;
                while (end < word.Length && StringInfo.GetNextTextElementLength(word[end..]) is var next && (end == 0 || end + next <= most)) end += next;
                lines.Add(word[..end].ToString());
                word = word[end..];
            }

            if (line.Length > 0 && line.Length + 1 + word.Length > most) Flush();
            if (line.Length > 0 && word.Length > 0) line.Append(' ');
            line.Append(word);
        }

        Flush();
        return lines;

        void Flush()
        {
            if (line.Length > 0) lines.Add(line.ToString());
            line.Clear();
        }
    }
}
