using Engagement.Digests;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Triage;

namespace Engagement.Rendering;

internal sealed partial class DigestDocument
{
    private const int MostInBrief = 6;
    private const int BriefLength = 120;

    // So much of a sentence finds it again where it stands whole.
    private const int PointerLength = 80;
    private const double LeastConfidence = 0.6;
    private const double EquallySure = 0.1;

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

        // The same advice for many is given once, below them; whom to answer, though, stands with the post.
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
                else if (!sharedByAll && opportunity.Reply != ReplyAction.DoNotReply) notes.Add(advice.TrimEnd('.'));
            }

            blocks.Add(QuoteOnce(opportunity.Item, notes, Tone.Critical));
        }

        if (shared.Count > 0)
        {
            blocks.Add(new Heading(3, "Should we reply?"));
            blocks.Add(new Bullets([.. shared.Select(group => new Bullet(
                $"{(sharedByAll ? "All of them" : Wording.Counted(group.Count(), "post"))}: {Wording.Lower(Wording.Reply(group.Key.Reply))} {ReasonOfEach(group.Key.ReplyReason)}".Trim()))]));
        }

        // What the scorer only took for criticism is no reading; it is counted, and stands in the other forms.
        var clear = _digest.MoreToLearn.Where(opportunity => opportunity.IsClear).Select(opportunity => (opportunity.Item, Wording.List(opportunity.Item.Teams))).ToList();
        AddMore(blocks, "More to learn from, in brief", clear, _digest.FurtherOpportunities);
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

    // Reasons are written of one post.
    private static string ReasonOfEach(string reason) => reason.StartsWith("It ", StringComparison.Ordinal) ? "Each " + reason[3..] : reason;

    private void AddMore(List<Block> blocks, string heading, IReadOnlyList<(DigestItem Item, string Whom)> more, long? all = null)
    {
        if (more.Count > 0)
        {
            blocks.Add(new Heading(3, heading));
            blocks.Add(new Bullets([.. more.Take(MostInBrief).Select(entry => new Bullet(
                $"“{DigestText.Clean(entry.Item.Gist ?? entry.Item.Title ?? entry.Item.Text, BriefLength)}” ({Wording.BriefSource(entry.Item)}{(entry.Whom.Length > 0 ? $"; {entry.Whom}" : "")})", entry.Item.Link, "Read the post"))]));
            foreach (var (item, _) in more.Take(MostInBrief)) _quoted.Add((item.Platform, item.Id));
        }

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
        var unquoted = new List<string>();
        foreach (var point in spoken)
        {
            List<Bullet> evidence = [.. Evidence(point.Name, point.StrengthenedBy, "Going well", Tone.Good), .. Evidence(point.Name, point.WeakenedBy, "Could be better", Tone.Critical)];
            if (evidence.Count == 0)
            {
                unquoted.Add(point.Name);
                continue;
            }

            blocks.Add(new Heading(3, point.Name));
            blocks.Add(new Bullets(evidence));
        }

        if (unquoted.Count > 0 && _digest.Tone != DigestTone.Celebrate) blocks.Add(new Paragraph($"Counted, but told by no sentence plain enough to quote: {string.Join("; ", unquoted)}.", Tone.Small));
        var silent = _digest.Star.Where(point => point.IsSilent).Select(point => point.Name).ToList();
        if (silent.Count > 0) blocks.Add(new Paragraph($"Nobody spoke of: {string.Join("; ", silent)}.", Tone.Small));
        return blocks;
    }

    private bool IsQuoted(DigestItem item) => _quoted.Contains((item.Platform, item.Id));

    // The surest sentence is shown, since it is the evidence; its post is quoted once, so what is not quoted yet comes first among equally sure ones.
    private IEnumerable<Bullet> Evidence(string point, IReadOnlyList<DigestItem> items, string what, Tone tone)
    {
        // What is criticism through and through is no example of what goes well.
        var sure = items.Where(item => item.Confidence >= LeastConfidence && (tone == Tone.Critical || item.Label != SentimentLabel.Negative)).ToList();
        if (sure.Count == 0) yield break;
        var surest = sure.Max(item => item.Confidence);
        var known = sure.Find(item => IsQuoted(item) && !_shownFor.ContainsKey(item.Text));
        if (sure.Find(item => !IsQuoted(item) && (known is null || item.Confidence >= surest - EquallySure)) is { } fresh)
        {
            _quoted.Add((fresh.Platform, fresh.Id));
            _shownFor.TryAdd(fresh.Text, point);
            yield return new Bullet($"{what}: “{fresh.Text}” ({Wording.BriefSource(fresh)})", fresh.Link, "Read the post");
            yield break;
        }

        known ??= sure[0];
        yield return new Bullet(_shownFor.TryAdd(known.Text, point)
            ? $"{what}: “{(_read.Exists(text => text.Contains(known.Text, StringComparison.Ordinal)) ? DigestText.Clean(known.Text, PointerLength) : known.Text)}” (from a post quoted above)"
            : $"{what}: the words quoted under {_shownFor[known.Text]}");
    }
}
