using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Rendering;

/// <summary>Says a digest in plain English, once for all formats.</summary>
internal sealed class DigestDocument
{
    private const int MostInBrief = 6;
    private const int BriefLength = 120;
    private const int LeastForFigures = 5;

    private readonly Digest _digest;
    private readonly DigestBranding _branding;
    private readonly List<Section> _sections = [];

    // Nobody reads the same words twice with pleasure: what is quoted is quoted once.
    private readonly HashSet<(Platform Platform, string Id)> _quoted = [];

    // Sentences that the star has shown, with the point they were shown for.
    private readonly Dictionary<string, string> _shownFor = new(StringComparer.Ordinal);

    private DigestDocument(Digest digest, DigestBranding branding)
    {
        _digest = digest;
        _branding = branding;
    }

    private SentimentCounts Said => _digest.Voices.First(figures => figures.Voice == Voice.Public).Counts;

    private SentimentCounts? SaidBefore => _digest.Voices.First(figures => figures.Voice == Voice.Public).Previous;

    private string Noun => _digest.Window.Noun;

    public static Document Of(Digest digest, DigestBranding branding) => new DigestDocument(digest, branding).Make();

    private Document Make()
    {
        var summary = Summary();
        Add(DigestSections.Headline, Headline(summary));
        if (_digest.Tone == DigestTone.Improve) Add(DigestSections.Learn, Learn());
        Add(DigestSections.Praise, Praise());
        if (_digest.Tone != DigestTone.Improve) Add(DigestSections.Learn, Learn());
        Add(DigestSections.Star, Star());
        Add(DigestSections.Loop, Loop());
        Add(DigestSections.Celebrate, Celebrate());
        Add(DigestSections.Voices, Colleagues());
        Add(DigestSections.Campaigns, Campaigns());
        Add(DigestSections.Chats, Chats());
        Add(DigestSections.Peaks, Peaks());
        Add(DigestSections.Topics, Topics());
        Add(DigestSections.Listening, Listening());
        Add(DigestSections.Reach, Reach());
        Add(DigestSections.LeftOut, LeftOut());
        var closing = new List<string>();
        if (_branding.Footer is { Length: > 0 } footer) closing.Add(footer);
        closing.Add("Urgent posts are passed on at once and do not wait for this digest. Posts are sorted by rules and word lists, which can be wrong: read before you act.");
        closing.Add($"Digest {_digest.Id}, revision {_digest.Revision}.");
        var title = _digest.Scope == AudienceScope.Trust ? "What people said about us" : _digest.AudienceName + ": what people said";
        return new Document(_branding.Header ?? _digest.TrustName, title, _digest.Window.Name, summary, _sections, closing);
    }

    // The headline and what was left out are always there: nothing is lost silently.
    private void Add(string key, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > 0 && Wants(key)) _sections.Add(new Section(key, blocks));
    }

    private bool Wants(string key) =>
        _digest.Sections.Count == 0 || key is DigestSections.Headline or DigestSections.LeftOut || _digest.Sections.Contains(key, StringComparer.OrdinalIgnoreCase);

    private string Period => Noun == "period" ? "in this time" : Noun == "day" ? "on this day" : "this " + Noun;

    private string Whom => _digest.Scope == AudienceScope.Trust ? "the trust" : _digest.AudienceName;

    private string Summary()
    {
        var said = Said;
        if (_digest.Counts.Mentions == 0) return $"Nobody mentioned {Whom} {Period} in anything we read.";
        if (said.Mentions == 0) return $"The public did not mention {Whom} {Period}. Colleagues, the trust or the press did, {Wording.Times(_digest.Counts.Mentions)}.";
        if (said.Mentions == 1)
        {
            var how = said.Positive == 1 ? "it was positive" : said.Negative == 1 ? "it was negative" : said.Mixed == 1 ? "it was mixed" : said.Neutral == 1 ? "it was neutral" : "it was not in English";
            return $"The public mentioned {Whom} once {Period}: {how}.";
        }

        var parts = new List<string>();
        if (said.Positive > 0) parts.Add(Wording.Number(said.Positive) + " positive");
        if (said.Negative > 0) parts.Add(Wording.Number(said.Negative) + " negative");
        if (said.Mixed > 0) parts.Add(Wording.Number(said.Mixed) + " mixed");
        if (said.Neutral > 0) parts.Add(Wording.Number(said.Neutral) + " neutral");
        if (said.Unsupported > 0) parts.Add(Wording.Number(said.Unsupported) + " not in English");
        return $"The public mentioned {Whom} {Wording.Times(said.Mentions)} {Period}: {Wording.List(parts)}.";
    }

    private List<Block> Headline(string summary)
    {
        var blocks = new List<Block>();
        if (_digest.LeftOut.Undelivered > 0)
        {
            blocks.Add(new Paragraph(
                $"{Wording.Upper(Wording.Counted(_digest.LeftOut.Undelivered, "urgent post"))} could not be delivered to the people on duty. Please make sure that somebody looks at {(_digest.LeftOut.Undelivered == 1 ? "it" : "them")} now.",
                Tone.Alert));
        }

        blocks.Add(new Paragraph(summary, Tone.Lead));
        var (said, before) = (Said, SaidBefore);
        if (said.Mentions == 0 && (before is null || before.Mentions == 0))
        {
            AddEmptyNote(blocks);
            return blocks;
        }

        var rows = new List<BarRow>
        {
            new("Positive", said.Positive, Wording.Change(said.Positive, before?.Positive, Noun), Tone.Good),
            new("Negative", said.Negative, Wording.Change(said.Negative, before?.Negative, Noun), Tone.Critical),
        };
        if (said.Mixed > 0 || before?.Mixed > 0) rows.Add(new("Mixed", said.Mixed, Wording.Change(said.Mixed, before?.Mixed, Noun), Tone.Mixed));
        if (said.Neutral > 0 || before?.Neutral > 0) rows.Add(new("Neutral", said.Neutral, Wording.Change(said.Neutral, before?.Neutral, Noun), Tone.Plain));
        if (said.Unsupported > 0 || before?.Unsupported > 0)
            rows.Add(new("Not in English", said.Unsupported, Wording.Change(said.Unsupported, before?.Unsupported, Noun), Tone.Plain));
        // A chart of one post tells what the sentence above it told.
        if (said.Mentions + (before?.Mentions ?? 0) > 1) blocks.Add(new Bars($"What the public said about {Whom}", "Kind", "Posts", rows));

        var change = Wording.Change(said.Mentions, before?.Mentions, Noun);
        var sentences = new List<string>();
        if (before is null) sentences.Add($"We read nothing from the {Noun} before, so there is no comparison.");
        else if (change.Length > 0) sentences.Add($"That is {Wording.Counted(said.Mentions, "post")} in all, {change}.");
        if (_digest.PositiveShare is { } share)
            sentences.Add($"About {share.Percent} in 100 were positive (with this many posts, anything from {share.Low} to {share.High} is likely).");
        var critical = said.Negative + said.Mixed;
        if (_digest.Tone == DigestTone.Celebrate && critical > 0)
            sentences.Add($"{Wording.Upper(Wording.Counted(critical, "critical post"))} {(critical == 1 ? "is" : "are")} counted here and not quoted.");
        if (sentences.Count > 0) blocks.Add(new Paragraph(string.Join(' ', sentences), Tone.Small));
        return blocks;
    }

    private void AddEmptyNote(List<Block> blocks)
    {
        if (_digest.Counts.Mentions > 0) return;
        blocks.Add(new Paragraph(
            _digest.LeftOut.Read == 0
                ? "Nothing was read at all. If that is a surprise, please check that the sources still work."
                : $"We read {Wording.Counted(_digest.LeftOut.Read, "item")}; the end of this page says why none of them is here.",
            Tone.Plain));
    }

    private List<Block> Praise()
    {
        if (_digest.Praise.Count == 0 || !Wants(DigestSections.Praise)) return [];
        var blocks = new List<Block> { new Heading(2, "Thank you: praise to pass on") };
        if (_digest.Praise.Count < Said.Positive)
            blocks.Add(new Paragraph($"{Wording.Upper(Wording.Counted(_digest.Praise.Count, "post"))} of {Wording.Number(Said.Positive)}, chosen because {(_digest.Praise.Count == 1 ? "it says" : "they say")} most about what was done, and by whom.", Tone.Small));
        foreach (var item in _digest.Praise)
        {
            var notes = new List<string>();
            var whom = item.People.Concat(item.Teams).ToList();
            if (whom.Count > 0) notes.Add("For " + Wording.List(whom));
            if (item.StarPoints.Count > 0) notes.Add("Shows: " + string.Join("; ", item.StarPoints));
            if (item.Times > 1) notes.Add($"Said {Wording.Times(item.Times)}");
            blocks.Add(QuoteOnce(item, notes, Tone.Good));
        }

        AddMore(blocks, "More praise, in brief", [.. _digest.MorePraise.Select(item => (item, Wording.List(item.People.Concat(item.Teams))))]);
        return blocks;
    }

    private List<Block> Learn()
    {
        if (!Wants(DigestSections.Learn)) return [];
        var critical = Said.Negative + Said.Mixed;
        if (_digest.Learn.Count == 0)
        {
            return Said.Mentions == 0 ? []
                : critical == 0 ? [new Heading(2, "What we can learn"), new Paragraph($"The public had nothing critical to say {Period}.")]
                : [];
        }

        var blocks = new List<Block> { new Heading(2, "What we can learn"), new Paragraph($"Each of these is a chance to put something right. Names of staff and authors are left out.{PickedUp()}") };

        // The same advice for many is given once, below them.
        var shared = _digest.Learn.Where(opportunity => Wording.Reply(opportunity.Reply).Length > 0)
            .GroupBy(opportunity => (opportunity.Reply, opportunity.ReplyReason))
            .Where(group => group.Count() > 1)
            .ToList();
        var sharedByAll = shared.Count == 1 && shared[0].Count() == _digest.Learn.Count;
        foreach (var opportunity in _digest.Learn)
        {
            var notes = new List<string>();
            if (opportunity.Mentions > 1) notes.Add($"{Wording.Number(opportunity.Mentions)} posts tell of this");
            notes.AddRange(opportunity.Others.Select(other => $"Also said: “{other}”"));
            if (opportunity.Item.Teams.Count > 0) notes.Add("Where: " + Wording.List(opportunity.Item.Teams));
            if (opportunity.Weakened.Count > 0) notes.Add("Touches: " + string.Join("; ", opportunity.Weakened));
            if (opportunity.PickedUp) notes.Add("Somebody has picked this up");
            if (Wording.Reply(opportunity.Reply) is { Length: > 0 } advice)
            {
                if (!shared.Exists(group => group.Contains(opportunity))) notes.Add($"{advice} {opportunity.ReplyReason}".Trim());
                else if (!sharedByAll) notes.Add(advice.TrimEnd('.'));
            }

            blocks.Add(QuoteOnce(opportunity.Item, notes, Tone.Critical));
        }

        if (shared.Count > 0)
        {
            blocks.Add(new Heading(3, "Should we reply?"));
            blocks.Add(new Bullets([.. shared.Select(group => new Bullet(
                $"{(sharedByAll ? "All of them" : Wording.Counted(group.Count(), "post"))}: {Wording.Lower(Wording.Reply(group.Key.Reply))} {ReasonOfEach(group.Key.ReplyReason)}".Trim()))]));
        }

        AddMore(blocks, "More to learn from, in brief", [.. _digest.MoreToLearn.Select(opportunity => (opportunity.Item, Wording.List(opportunity.Item.Teams)))], _digest.FurtherOpportunities);
        return blocks;
    }

    private string PickedUp()
    {
        var answerable = _digest.Learn.Count(opportunity => opportunity.Reply != ReplyAction.DoNotReply);
        if (answerable == 0) return "";
        var picked = _digest.Learn.Count(opportunity => opportunity.PickedUp && opportunity.Reply != ReplyAction.DoNotReply);
        return picked == 0 ? $" Nobody seems to have picked {(answerable == 1 ? "it" : "them")} up yet."
            : picked == answerable ? " Somebody has picked up every one that can be answered."
            : $" Somebody has picked up {Wording.Number(picked)}; {Wording.Number(answerable - picked)} still {(answerable - picked == 1 ? "waits" : "wait")} for an answer.";
    }

    private void AddMore(List<Block> blocks, string heading, IReadOnlyList<(DigestItem Item, string Whom)> more, long? all = null)
    {
        if (more.Count == 0) return;
        blocks.Add(new Heading(3, heading));
        blocks.Add(new Bullets([.. more.Take(MostInBrief).Select(entry => new Bullet(
            $"“{DigestText.Clean(entry.Item.Title ?? entry.Item.Text, BriefLength)}” ({Wording.BriefSource(entry.Item)}{(entry.Whom.Length > 0 ? $"; {entry.Whom}" : "")})", entry.Item.Link, "Read the post"))]));
        foreach (var (item, _) in more.Take(MostInBrief)) _quoted.Add((item.Platform, item.Id));
        var rest = (all ?? more.Count) - Math.Min(more.Count, MostInBrief);
        if (rest > 0) blocks.Add(new Paragraph($"{Wording.Upper(Wording.Counted(rest, "more", "more"))} {(rest == 1 ? "stands" : "stand")} in the spreadsheet form (CSV) of this digest.", Tone.Small));
    }

    private List<Block> Star()
    {
        if (_digest.Star.Count == 0 || _digest.Counts.Mentions == 0) return [];
        var spoken = _digest.Star.Where(point => !point.IsSilent).ToList();
        var blocks = new List<Block> { new Heading(2, "The staff engagement star") };
        if (spoken.Count == 0)
        {
            blocks.Add(new Paragraph($"Nothing said {Period} touches any of its five points."));
            return blocks;
        }

        var rows = new List<BarRow>();
        foreach (var point in spoken)
        {
            if (point.Strengthened > 0) rows.Add(new(point.Name + ": going well", point.Strengthened, "", Tone.Good));
            if (point.Weakened > 0) rows.Add(new(point.Name + ": could be better", point.Weakened, "", Tone.Critical));
        }

        if (rows.Sum(row => row.Value) > 2) blocks.Add(new Bars("Posts by the public and by staff that touch a point of the star", "Point", "Posts", rows));
        foreach (var point in spoken)
        {
            blocks.Add(new Heading(3, point.Name));
            AddEvidence(blocks, point.Name, point.StrengthenedBy, "Going well", Tone.Good);
            AddEvidence(blocks, point.Name, point.WeakenedBy, "Could be better", Tone.Critical);
        }

        var silent = _digest.Star.Where(point => point.IsSilent).Select(point => point.Name).ToList();
        if (silent.Count > 0) blocks.Add(new Paragraph($"Nobody spoke of: {string.Join("; ", silent)}.", Tone.Small));
        return blocks;
    }

    // The sentence itself is always shown, since it is the evidence; its post is quoted once.
    private void AddEvidence(List<Block> blocks, string point, IReadOnlyList<DigestItem> items, string what, Tone tone)
    {
        if (items.Count == 0) return;
        if (items.FirstOrDefault(item => !_quoted.Contains((item.Platform, item.Id))) is { } fresh)
        {
            _shownFor.TryAdd(fresh.Text, point);
            blocks.Add(QuoteOnce(fresh, [what], tone));
            return;
        }

        var known = items.FirstOrDefault(item => !_shownFor.ContainsKey(item.Text)) ?? items[0];
        blocks.Add(new Paragraph(_shownFor.TryAdd(known.Text, point)
            ? $"{what}: “{known.Text}” (from a post quoted above)"
            : $"{what}: the words quoted under {_shownFor[known.Text]}."));
    }

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
        foreach (var celebration in _digest.Celebrate)
        {
            if (celebration.Found is { } found)
            {
                if (!_quoted.Contains((found.Platform, found.Id))) blocks.Add(QuoteOnce(found, [Wording.Kind(celebration.Kind)], Tone.Good));
                else if (celebration.Posts.Count == 0) continue;
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
        foreach (var item in _digest.Colleagues.Where(item => !_quoted.Contains((item.Platform, item.Id)))) blocks.Add(QuoteOnce(item, item.Times > 1 ? [$"Shared {Wording.Times(item.Times - 1)}"] : [], Tone.Plain));
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
        if (campaign.PeakDay is { } peak && campaign.Days.Count > 1) text += $", most of them ({Wording.Number(peak.Count)}) on {DayOf(peak.Name)}".Replace(", most of them", peak.Count * 2 > campaign.Posts ? ", most of them" : ", the most", StringComparison.Ordinal);
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
        foreach (var quote in campaign.Quotes.Where(quote => shown is null || !shown.Contains((quote.Platform, quote.Id))).Take(2)) blocks.Add(Quote(quote, [], Tone.Plain));
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

            var quotes = chat.Quotes.Where(quote => !_quoted.Contains((quote.Platform, quote.Id))).Take(2).ToList();
            if (quotes.Count == 0) continue;
            blocks.Add(new Paragraph("Best-liked answers. Please ask before you quote anybody elsewhere.", Tone.Small));
            foreach (var quote in quotes) blocks.Add(QuoteOnce(quote, [], Tone.Plain));
        }

        return blocks;
    }

    public static string ChatSummary(ChatFigures chat)
    {
        var text = $"{Wording.Upper(Wording.Counted(chat.Posts, "post"))} by {Wording.Counted(chat.Participants, "person", "people")}";
        if (chat.Hours > 0) text += $", {Wording.Number(chat.BusiestHour)} of them in the busiest hour";
        if (chat.Participants > 0 && chat.Posts >= 2 * chat.Participants) text += $"; {Wording.Number((chat.Posts + (chat.Participants / 2)) / chat.Participants)} each on average";
        return text + ".";
    }

    private List<Block> Peaks()
    {
        if (_digest.Counts.Mentions == 0) return [];
        var peaks = _digest.Peaks;
        if (peaks.WeeksOfHistory < PeakFigures.WeeksNeeded)
        {
            // Said among what is not in the digest: it is no news of the ward's.
            return [];
        }

        if (peaks.Peaks.Count == 0) return [new Heading(2, "Busy times"), new Paragraph($"No hour or day was unusually busy, compared with {Wording.Counted(peaks.WeeksOfHistory, "earlier week")}.", Tone.Small)];
        var blocks = new List<Block> { new Heading(2, "Busy times") };
        foreach (var peak in peaks.Peaks)
        {
            var when = peak.IsDay ? Wording.Day(peak.Start.Date) : $"{Wording.Day(peak.Start.Date)}, the hour from {Wording.Hour(peak.Start)}";
            var words = peak.Words.Count > 0 ? $" People spoke of: {string.Join(", ", peak.Words)}." : "";
            blocks.Add(new Paragraph($"{when}: {Wording.Counted(peak.Mentions, "post")}, where {(peak.Usual == 0 ? "there are usually none" : $"{Wording.Number(peak.Usual)} {(peak.Usual == 1 ? "is" : "are")} usual")}.{words}"));
            if (peak.Posts.FirstOrDefault(post => !_quoted.Contains((post.Platform, post.Id))) is { } post) blocks.Add(QuoteOnce(post, [], Tone.Plain));
        }

        return blocks;
    }

    private List<Block> Topics()
    {
        var blocks = new List<Block>();
        if (_digest.Words.Count > 0)
            blocks.Add(new Paragraph("Words: " + string.Join(", ", _digest.Words.Select(word => $"{word.Name} ({Wording.Number(word.Count)})")) + "."));
        // Of a few posts, tags that one of them carried are no topic.
        if (_digest.Hashtags.Count > 0 && (_digest.Counts.Mentions >= 10 || _digest.Hashtags[0].Count > 1))
            blocks.Add(new Paragraph("Hashtags: " + string.Join(", ", _digest.Hashtags.Select(tag => $"#{tag.Name} ({Wording.Number(tag.Count)})")) + "."));
        if (_digest.Listening.WordSample > 1)
            blocks.Add(new Paragraph($"Words are estimated from one post in {Wording.Number(_digest.Listening.WordSample)}.", Tone.Small));
        if (_digest.Links.Count > 0)
        {
            blocks.Add(new Paragraph("Links people shared:"));
            blocks.Add(new Bullets([.. _digest.Links.Select(link => new Bullet($"{Shorten(link.Name)} ({Wording.Times(link.Count)})", link.Name))]));
        }

        // A handful of posts needs no chart.
        if (_digest.Sources.Count > 1)
            blocks.Add(new Bars("Where it was said", "Place", "Posts", [.. _digest.Sources.Select(source => new BarRow(Wording.Platform(source.Name), source.Count, "", Tone.Plain))]));
        // A month of which most days are empty is told by the others.
        var sparse = _digest.Days.Count > 7 && _digest.Days.Count(day => day.Count == 0) * 2 > _digest.Days.Count;
        if (_digest.Days.Count is > 1 and <= 31 && _digest.Counts.Mentions >= 10)
            blocks.Add(new Bars(sparse ? "When it was said (days without posts left out)" : "When it was said", "Day", "Posts", [.. _digest.Days.Where(day => !sparse || day.Count > 0).Select(day => new BarRow(DayOf(day.Name), day.Count, "", Tone.Plain))]));
        if (_digest.Authors.Count > 0)
            blocks.Add(new Bars("Who posted most", "Author", "Posts", [.. _digest.Authors.Select(author => new BarRow(author.Name, author.Count, "", Tone.Plain))]));
        if (blocks.Count > 0) blocks.Insert(0, new Heading(2, "What people talked about"));
        return blocks;
    }

    private List<Block> Listening()
    {
        // Shares of a handful of posts are no figures; programs find them in the JSON form.
        if (_digest.Counts.Mentions < LeastForFigures) return [];
        var figures = _digest.Listening;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(_digest.Window.Zone) ?? DateTimeZone.Utc;
        var facts = new List<Fact>();
        // Of posts that bear no time of day nobody knows which are of the last 24 hours; of posts without authors nobody knows who came back.
        if (figures.LastMention is not null) facts.Add(new("Strength (share of the talk)", Wording.Share(figures.LastDay, figures.ReadInWindow), $"posts about {Whom} in the last 24 hours, of all posts read {Period}"));
        facts.Add(new("Sentiment (warm to critical)", $"{Wording.Number(figures.Positive)} to {Wording.Number(figures.Negative)}", "positive to negative posts by the public"));
        if (figures.WithAuthor > 0)
        {
            facts.Add(new("Passion (who comes back)", Wording.Share(figures.ByReturningAuthors, figures.WithAuthor), "posts by people who posted more than once, of posts whose author we know"));
            facts.Add(new("Reach (different people)", Wording.Share(figures.Authors, figures.WithAuthor), "different authors, of posts whose author we know"));
        }

        if (figures.LastMention is { } last)
        {
            var local = last.InZone(zone).LocalDateTime;
            facts.Add(new("Last post", $"{Wording.Day(local.Date)}, {Wording.Hour(local)}", ""));
        }

        if (figures.MinutesBetween is { } minutes) facts.Add(new("Time between posts", Wording.Span(minutes), "on average"));
        return [new Heading(2, "Listening figures"), new Facts("What we count, and out of what", facts)];
    }

    private List<Block> Reach()
    {
        var reach = _digest.Reach;
        if (reach.Posts == 0 || reach.PostsUnknown == reach.Posts) return [];
        var unknown = reach.PostsUnknown > 0 ? $" Followers are not known for {Wording.Counted(reach.PostsUnknown, "post")}, and not counted." : "";
        return
        [
            new Heading(2, "How far it travelled"),
            new Facts("Kinds of reach, which must not be added up",
            [
                new("Impressions", Wording.Number(reach.Impressions), $"followers of each of {Wording.Counted(reach.Posts - reach.PostsUnknown, "post")}, added up"),
                new("Reach", Wording.Number(reach.Reach), $"followers of {Wording.Counted(reach.Authors - reach.AuthorsUnknown, "account")}, each account once"),
            ]),
            new Paragraph($"Posts by the public and the press.{unknown} Followers are those who could have seen a post, not those who did.", Tone.Small),
        ];
    }

    private List<Block> LeftOut()
    {
        var left = _digest.LeftOut;
        var blocks = new List<Block>
        {
            new Heading(2, "What is not in this digest"),
            new Paragraph($"We read {Wording.Counted(left.Read, "item")}: {Wording.Number(_digest.Counts.Mentions)} counted here, {Wording.Number(left.Total)} left out{(left.Total > 0 ? ":" : ".")}"),
        };
        var rows = new List<Bullet>();
        Row(left.Elsewhere, "about others, not about " + Whom);
        Row(left.Urgent, left.Undelivered > 0 ? $"urgent: passed on at once, except {Wording.Number(left.Undelivered)} that could not be delivered" : "urgent: passed on at once");
        Row(left.AwaitingApproval, "waiting for approval");
        Row(left.Rejected, "held back after somebody looked");
        Row(left.OutsideWindow, $"from before or after this {(Noun == "period" ? "time" : Noun)}");
        Row(left.Undated, "without a date");
        Row(left.Doubtful, "with a date that can be read in two ways");
        Row(left.Notices, left.Notices == 1 ? "an advert or announcement" : "adverts and announcements");
        Row(left.Repeats, left.Repeats == 1 ? "a repeat, counted with its original" : "repeats, counted with their originals");
        Row(left.Problems, left.Problems == 1 ? "that could not be read" : "that could not be read");
        if (rows.Count > 0) blocks.Add(new Bullets(rows));
        if (_digest.Redacted > 0)
            blocks.Add(new Paragraph($"Something private was blanked out in {Wording.Counted(_digest.Redacted, "post")}.", Tone.Small));
        if (Wants(DigestSections.Peaks) && _digest.Counts.Mentions > 0 && _digest.Peaks.WeeksOfHistory is var weeks and < PeakFigures.WeeksNeeded)
        {
            blocks.Add(new Paragraph(
                $"Busy hours and days are not told yet: to say what is unusual we need {PeakFigures.WeeksNeeded} earlier weeks and have {(weeks == 0 ? "none" : Wording.Number(weeks))}.",
                Tone.Small));
        }

        return blocks;

        void Row(long count, string why)
        {
            if (count > 0) rows.Add(new Bullet($"{Wording.Number(count)} {why}"));
        }
    }

    private Quotation QuoteOnce(DigestItem item, IReadOnlyList<string> notes, Tone tone)
    {
        _quoted.Add((item.Platform, item.Id));
        return Quote(item, notes, tone);
    }

    // Reasons are written of one post.
    private static string ReasonOfEach(string reason) => reason.StartsWith("It ", StringComparison.Ordinal) ? "Each " + reason[3..] : reason;

    public static Quotation Quote(DigestItem item, IReadOnlyList<string> notes, Tone tone) => new(item.Title, item.Text, Wording.Source(item), item.Link, notes, tone);

    internal static string DayOf(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso) is { Success: true } date ? Wording.Day(date.Value) : iso;

    private static string Shorten(string link)
    {
        var host = link.IndexOf("://", StringComparison.Ordinal);
        var text = host < 0 ? link : link[(host + 3)..];
        if (text.StartsWith("www.", StringComparison.Ordinal)) text = text[4..];
        text = text.TrimEnd('/');
        return text.Length <= 60 ? text : text[..59] + "…";
    }
}
