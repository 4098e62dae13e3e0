using Engagement.Digests;
using Engagement.Rendering;
using NodaTime;

namespace Engagement;

/// <summary>Reports of their own on a campaign or a chat of a digest. Pure and deterministic.</summary>
public static class DigestReport
{
    /// <summary>The formats of a report.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "fragment", "text", "markdown"];

    /// <summary>A campaign: posts, participants, peak day, kinds of reach, platforms, pledges, quotations, and the themed month's question, summary and thanks.</summary>
    /// <param name="digest">A digest whose window is the campaign's, or a part of it.</param>
    /// <param name="campaign">Key of the campaign.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="branding">Null for the default.</param>
    /// <exception cref="ArgumentException">Nobody spoke of such a campaign in the digest, or there is no such format.</exception>
    public static string Campaign(Digest digest, string campaign, string format = "text", DigestBranding? branding = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(campaign);
        var figures = digest.Campaigns.FirstOrDefault(known => known.Id == campaign)
            ?? throw new ArgumentException($"Nobody spoke of a campaign '{campaign}' in this digest; there {There(digest.Campaigns.Select(known => known.Id))}.", nameof(campaign));
        // The page's own heading names it: the first block is that heading again.
        var blocks = DigestDocument.CampaignBlocks(figures, 2);
        blocks[0] = new Heading(2, "In short");
        if (figures.Days.Count > 1)
        {
            blocks.Add(new Heading(2, "Day by day"));
            blocks.Add(new Bars("Posts a day", "Day", "Posts", [.. figures.Days.Take(92).Select(day => new BarRow(DigestDocument.DayOf(day.Name), day.Count, "", day == figures.PeakDay ? Tone.Good : Tone.Plain))]));
        }

        if (figures.Platforms.Count > 0)
        {
            blocks.Add(new Heading(2, "Where"));
            blocks.Add(new Bars("Posts by place", "Place", "Posts", [.. figures.Platforms.Select(platform => new BarRow(Wording.Platform(platform.Name), platform.Count, "", Tone.Plain))]));
        }

        var summary = $"{Wording.Upper(Wording.Counted(figures.Posts, "post"))} by {Wording.Counted(figures.Participants, "account")}.";
        return Render(new Document(digest.TrustName, $"{figures.Name} (#{figures.Hashtag})", digest.Window.Name, summary, [new Section("campaign", blocks)], [$"From digest {digest.Id}, revision {digest.Revision}."]), format, branding);
    }

    /// <summary>A chat: its figures, questions with their answers, and the transcript.</summary>
    /// <param name="digest">A digest whose window holds the chat.</param>
    /// <param name="chat">Key of the chat.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="branding">Null for the default.</param>
    /// <exception cref="ArgumentException">There was no such chat in the digest, or there is no such format.</exception>
    public static string Chat(Digest digest, string chat, string format = "text", DigestBranding? branding = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(chat);
        var figures = digest.Chats.FirstOrDefault(known => known.Id == chat)
            ?? throw new ArgumentException($"There was no chat '{chat}' in this digest; there {There(digest.Chats.Select(known => known.Id))}.", nameof(chat));
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(digest.Window.Zone) ?? DateTimeZone.Utc;
        var blocks = new List<Block> { new Heading(2, "In short"), new Paragraph(DigestDocument.ChatSummary(figures)) };
        if (figures.Reach > 0)
        {
            blocks.Add(new Facts("How far it travelled",
            [
                new Fact("Reach", Wording.Number(figures.Reach), "followers of the people who took part, each once"),
                new Fact("Impressions", Wording.Number(figures.Impressions), "followers of every post added up"),
            ]));
        }

        if (figures.Quotes.Count > 0)
        {
            blocks.Add(new Heading(2, "Best-liked answers"));
            blocks.Add(new Paragraph("Please ask before you quote anybody elsewhere.", Tone.Small));
            blocks.AddRange(figures.Quotes.Select(quote => DigestDocument.Quote(quote, [], Tone.Plain)));
        }

        foreach (var question in figures.Questions)
        {
            blocks.Add(new Heading(2, $"Question {Wording.Number(question.Number)}"));
            if (question.Question is { } asked) blocks.Add(new Paragraph(asked.Text, Tone.Lead));
            blocks.Add(question.Answers.Count == 0 ? new Paragraph("Nobody answered.") : new Bullets([.. question.Answers.Select(answer => new Bullet(Spoken(answer, zone)))]));
        }

        blocks.Add(new Heading(2, "Transcript"));
        if (figures.Transcript.Count < figures.Posts) blocks.Add(new Paragraph($"The first {Wording.Number(figures.Transcript.Count)} of {Wording.Number(figures.Posts)} posts.", Tone.Small));
        blocks.Add(new Bullets([.. figures.Transcript.Select(post => new Bullet(Spoken(post, zone)))]));
        return Render(new Document(digest.TrustName, $"{figures.Name} (#{figures.Hashtag})", digest.Window.Name, DigestDocument.ChatSummary(figures), [new Section("chat", blocks)], [$"From digest {digest.Id}, revision {digest.Revision}."]), format, branding);
    }

    private static string Spoken(DigestItem post, DateTimeZone zone)
    {
        var when = Wording.Day(post.On) + (post.At is { } at ? ", " + Wording.Hour(at.InZone(zone).LocalDateTime) : "");
        return $"{when}, {post.Author ?? "somebody"}: {post.Text}";
    }

    private static string There(IEnumerable<string> ids)
    {
        var list = Wording.List(ids);
        return list.Length == 0 ? "is none" : "is " + list;
    }

    private static string Render(Document document, string format, DigestBranding? branding)
    {
        branding ??= new DigestBranding();
        return format switch
        {
            "html" => new HtmlRenderer(branding, fragment: false).Render(document),
            "fragment" => new HtmlRenderer(branding, fragment: true).Render(document),
            "text" => new TextRenderer(branding).Render(document),
            "markdown" => new MarkdownRenderer(branding).Render(document),
            _ => throw new ArgumentException($"There is no format '{format}' of reports; there are {string.Join(", ", Formats)}.", nameof(format)),
        };
    }
}
