using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Profiles;

namespace Engagement.Rendering;

internal sealed partial class DigestDocument
{
    private const int MostColleagues = 3;
    private const int MostFound = 2;

    // Two posts make no peak; a report of the campaign itself names its day all the same.
    private const int LeastForPeakDay = 5;

    private List<Block> Loop()
    {
        if (_digest.Loop is not { } loop) return [];
        var blocks = new List<Block>
        {
            new Heading(2, "You said, we did"),
            new Paragraph($"{Wording.Upper(Wording.Counted(loop.Raised, "concern"))} raised so far; {(loop.Changed == 0 ? "none has led to a change yet" : Wording.Share(loop.Changed, loop.Raised) + " led to a change")}{(loop.Confirmed > 0 ? $", and later feedback confirms {Wording.Number(loop.Confirmed)}" : "")}."),
        };
        if (loop.Concerns.Count > 0)
        {
            blocks.Add(new Bullets([.. loop.Concerns.Select(concern => new Bullet(
                $"{concern.Name}: {Wording.Stage(concern.Stage)}, {Wording.Day(concern.On)}{(concern.Moved ? ", new" : "")}{(concern.Note is null ? "" : $". {concern.Note}.".Replace("..", ".", StringComparison.Ordinal))}"))]));
        }

        return blocks;
    }

    private List<Block> Celebrate()
    {
        if (_digest.Celebrate.Count == 0) return [];
        var blocks = new List<Block> { new Heading(2, "To celebrate") };
        var found = 0;
        foreach (var celebration in _digest.Celebrate)
        {
            if (celebration.Found is { } post)
            {
                if (_quoted.Contains((post.Platform, post.Id)) || found++ >= MostFound) continue;
                blocks.Add(QuoteOnce(post, [Wording.Kind(celebration.Kind)], Tone.Good));
            }
            else blocks.Add(new Paragraph($"{Wording.Kind(celebration.Kind)}. {celebration.Text}"));
            if (celebration.Posts.Count > 0)
            {
                blocks.Add(new Paragraph("Ready to post, once somebody has read it and the person agrees:", Tone.Small));
                blocks.Add(new Bullets([.. celebration.Posts.GroupBy(post => post.Text, StringComparer.Ordinal).Select(same => new Bullet($"{Wording.List(same.Select(post => Wording.Platform(post.Platform.ToString())))}: {same.Key}"))]));
            }
        }

        return blocks.Count > 1 ? blocks : [];
    }

    private List<Block> Colleagues()
    {
        var others = _digest.Voices.Where(figures => figures.Voice != Voice.Public && figures.Counts.Mentions > 0).ToList();
        if (others.Count == 0) return [];
        var told = Wording.Upper(Wording.List(others.Select((figures, i) => $"{Wording.Voice(figures.Voice)} {(i == 0 ? "posted " : "")}{Wording.Times(figures.Counts.Mentions)}")));
        var blocks = new List<Block>
        {
            new Heading(2, "Leaders, colleagues and the press"),
            new Paragraph($"{told}. None of this counts as the public’s praise.", Tone.Small),
        };
        foreach (var item in _digest.Colleagues.Where(item => !_quoted.Contains((item.Platform, item.Id))).Take(MostColleagues)) blocks.Add(QuoteOnce(item, item.Times > 1 ? [$"Shared {Wording.Times(item.Times - 1)}"] : [], Tone.Plain));
        return blocks;
    }

    private List<Block> Campaigns()
    {
        // A chat that is a campaign too is told of once, as a chat.
        var campaigns = _digest.Campaigns.Where(campaign => !Wants(DigestSections.Chats) || !_digest.Chats.Any(chat => chat.Hashtag.Equals(campaign.Hashtag, StringComparison.OrdinalIgnoreCase))).ToList();
        if (campaigns.Count == 0 || !Wants(DigestSections.Campaigns)) return [];
        var blocks = new List<Block> { new Heading(2, "Campaigns") };
        foreach (var campaign in campaigns)
        {
            blocks.AddRange(CampaignBlocks(campaign, 3, _quoted));
            foreach (var quote in campaign.Quotes.Concat(campaign.Pledged)) _quoted.Add((quote.Platform, quote.Id));
        }

        return blocks;
    }

    public static List<Block> CampaignBlocks(CampaignFigures campaign, int level, HashSet<(Platform, string)>? shown = null)
    {
        var blocks = new List<Block> { new Heading(level, $"{campaign.Name} (#{campaign.Hashtag})") };
        if (campaign.Question is { } question) blocks.Add(new Paragraph($"We asked: {question}"));
        var text = $"{Wording.Upper(Wording.Counted(campaign.Posts, "post"))} by {Wording.Counted(campaign.Participants, "account")}";
        if (campaign.PeakDay is { } peak && campaign.Days.Count > 1 && (level == 2 || peak.Count >= LeastForPeakDay)) text += $", most of them ({Wording.Number(peak.Count)}) on {DayOf(peak.Name)}".Replace(", most of them", peak.Count * 2 > campaign.Posts ? ", most of them" : ", the most", StringComparison.Ordinal);
        text += ".";
        if (campaign.Pledges > 0) text += $" {Wording.Upper(Wording.Counted(campaign.Pledges, "post"))} made a pledge.";
        blocks.Add(new Paragraph(text));
        var facts = new List<Fact>();
        if (campaign.Reach > 0)
            facts.Add(new("Reach", Wording.Number(campaign.Reach), $"followers of the accounts that took part, each account once{(campaign.ParticipantsUnknown > 0 ? $"; not known for {Wording.Number(campaign.ParticipantsUnknown)}" : "")}"));
        if (campaign.Impressions > 0) facts.Add(new("Impressions", Wording.Number(campaign.Impressions), "followers of every post added up"));
        if (campaign.Supporters > 0)
            facts.Add(new("Potential reach", Wording.Number(campaign.PotentialReach), $"followers of {Wording.Counted(campaign.Supporters, "supporter")}, whether or not they posted; never added to the reach"));
        if (facts.Count > 0) blocks.Add(new Facts("How far it travelled", facts));
        foreach (var quote in campaign.Quotes.Where(quote => shown is null || !shown.Contains((quote.Platform, quote.Id))).Take(level == 2 ? 2 : 1)) blocks.Add(Quote(quote, [], Tone.Plain));
        foreach (var pledge in campaign.Pledged.Where(pledge => shown is null || !shown.Contains((pledge.Platform, pledge.Id))).Take(level == 2 ? 6 : 1)) blocks.Add(Quote(pledge, ["A pledge"], Tone.Plain));
        if (campaign.Summary is { } summary) blocks.Add(new Paragraph(summary));
        if (campaign.Thanked.Count > 0) blocks.Add(new Paragraph($"Thank you, {Wording.List(campaign.Thanked.Select(handle => "@" + handle))}, and everybody else who took part."));
        return blocks;
    }

    private List<Block> Chats()
    {
        if (_digest.Chats.Count == 0) return [];
        var blocks = new List<Block> { new Heading(2, "Chats") };
        foreach (var chat in _digest.Chats)
        {
            blocks.Add(new Heading(3, $"{chat.Name} (#{chat.Hashtag})"));
            blocks.Add(new Paragraph(ChatSummary(chat)));
            foreach (var question in chat.Questions.Take(8))
            {
                blocks.Add(new Paragraph(question.Question is { } asked
                    ? $"{asked.Text} ({Wording.Counted(question.Answers.Count, "answer")})"
                    : $"Question {Wording.Number(question.Number)} ({Wording.Counted(question.Answers.Count, "answer")})"));
            }

            if (chat.Quotes.FirstOrDefault(quote => !_quoted.Contains((quote.Platform, quote.Id))) is not { } liked) continue;
            blocks.Add(new Paragraph("Please ask before you quote anybody elsewhere. The best-liked post:", Tone.Small));
            blocks.Add(QuoteOnce(liked, [], Tone.Plain));
        }

        return blocks;
    }

    public static string ChatSummary(ChatFigures chat)
    {
        var text = $"{Wording.Upper(Wording.Counted(chat.Posts, "post"))} by {Wording.Counted(chat.Participants, "person", "people")}";
        if (chat.Hours > 0) text += $", {Wording.Number(chat.BusiestHour)} of them in the busiest hour";
        return text + ".";
    }
}
