using Engagement.Digests;
using Engagement.Rendering;
using NodaTime;
using NodaTime.Text;

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
            blocks.Add(new Bars(HasGaps(figures.Days) ? "Posts a day (days without posts left out)" : "Posts a day", "Day", "Posts", [.. figures.Days.Take(92).Select(day => new BarRow(DigestDocument.DayOf(day.Name), day.Count, "", day == figures.PeakDay ? Tone.Good : Tone.Plain))]));
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
        var oneDay = figures.Transcript.Select(post => post.On).Distinct().Count() <= 1;
        var blocks = new List<Block> { new Heading(2, "In short"), new Paragraph(DigestDocument.ChatSummary(figures)) };
        if (ChatFacts(figures) is { Count: > 0 } facts) blocks.Add(new Facts("The chat in figures", facts));
        if (figures.Quotes.Count > 0)
        {
            blocks.Add(new Heading(2, "Best-liked answers"));
            blocks.Add(new Paragraph("Please ask before you quote anybody elsewhere.", Tone.Small));
            blocks.AddRange(figures.Quotes.Select(quote => DigestDocument.Quote(quote with { Text = Plain(quote.Text, figures.Hashtag) }, quote.Likes is { } likes ? [Wording.Counted(likes, "like")] : [], Tone.Plain)));
        }

        foreach (var question in figures.Questions)
        {
            blocks.Add(new Heading(2, $"Question {Wording.Number(question.Number)}"));
            if (question.Question is { } asked) blocks.Add(new Paragraph(Plain(asked.Text, figures.Hashtag), Tone.Lead));
            blocks.Add(question.Answers.Count == 0
                ? new Paragraph("Nobody answered.")
                : new Bullets([.. question.Answers.Select(answer => new Bullet($"{answer.Author ?? "Somebody"}: {Plain(answer.Text, figures.Hashtag)}"))]));
        }

        var people = figures.Transcript.Select(post => post.Author).OfType<string>().Distinct(StringComparer.Ordinal).Where(name => !name.StartsWith("Participant ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (people.Count > 0)
        {
            blocks.Add(new Heading(2, "Thank you for taking part"));
            blocks.Add(new Paragraph(Wording.List(people) + "."));
        }

        blocks.Add(new Heading(2, "Transcript"));
        if (figures.Transcript.Any(post => post.Author?.StartsWith("Participant ", StringComparison.Ordinal) == true))
            blocks.Add(new Paragraph("Authors of critical posts are not named: they are numbered as they first spoke.", Tone.Small));
        if (figures.Transcript.Count < figures.Posts) blocks.Add(new Paragraph($"The first {Wording.Number(figures.Transcript.Count)} of {Wording.Number(figures.Posts)} posts.", Tone.Small));
        blocks.Add(new Bullets([.. figures.Transcript.Select(post => new Bullet(Spoken(post, zone, oneDay)))]));
        return Render(new Document(digest.TrustName, $"{figures.Name} (#{figures.Hashtag})", digest.Window.Name, DigestDocument.ChatSummary(figures), [new Section("chat", blocks)], [$"From digest {digest.Id}, revision {digest.Revision}."]), format, branding);
    }

    private static bool HasGaps(IReadOnlyList<DigestCount> days) =>
        LocalDatePattern.Iso.Parse(days[0].Name) is { Success: true } first && LocalDatePattern.Iso.Parse(days[^1].Name) is { Success: true } last
        && Period.DaysBetween(first.Value, last.Value) >= days.Count;

    private static List<Fact> ChatFacts(ChatFigures figures)
    {
        var facts = new List<Fact>();
        if (figures.Hours > 0) facts.Add(new("Posts an hour", Wording.Rate(figures.Posts, figures.Hours), $"over {Wording.Counted(figures.Hours, "hour")} in which somebody posted; repeats left out"));
        if (figures.Participants > 0) facts.Add(new("Posts a person", Wording.Rate(figures.Posts, figures.Participants), ""));
        if (figures.Reach > 0)
        {
            facts.Add(new Fact("Reach", Wording.Number(figures.Reach), "followers of the people who took part, each once"));
            facts.Add(new Fact("Impressions", Wording.Number(figures.Impressions), "followers of every post added up"));
        }

        return facts;
    }

    /// <summary>The words without the marks that every post of a chat bears: Q1 or A1 at the start, the hashtag at the end.</summary>
    private static string Plain(string text, string hashtag)
    {
        var end = 1;
        while (end < text.Length && end < 4 && char.IsAsciiDigit(text[end])) end++;
        if (end > 1 && text[0] is 'Q' or 'q' or 'A' or 'a' && end < text.Length && !char.IsLetterOrDigit(text[end])) text = text[end..].TrimStart(' ', '.', ':', ')', '-', ',');
        var tag = "#" + hashtag;
        if (text.EndsWith(tag, StringComparison.OrdinalIgnoreCase)) text = text[..^tag.Length].TrimEnd();
        return text;
    }

    private static string Spoken(DigestItem post, DateTimeZone zone, bool oneDay)
    {
        var time = post.At is { } at ? Wording.Hour(at.InZone(zone).LocalDateTime) : null;
        var when = oneDay ? time ?? "" : Wording.Day(post.On) + (time is null ? "" : ", " + time);
        return $"{when}{(when.Length > 0 ? ", " : "")}{post.Author ?? "somebody"}: {post.Text}";
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
