using Engagement.Digests;
using Engagement.Profiles;
using NodaTime;

namespace Engagement.Rendering;

internal sealed partial class DigestDocument
{
    private const int LeastForFigures = 5;
    private const int LeastForReach = 3;

    private List<Block> Peaks()
    {
        if (_digest.Counts.Mentions == 0) return [];
        var peaks = _digest.Peaks;
        if (peaks.WeeksOfHistory < PeakFigures.WeeksNeeded)
        {
            // Said among what is not in the digest: it is no news of the ward's.
            return [];
        }

        // Of posts that bear only a date nobody knows when they were written.
        if (peaks.Untimed == _digest.Counts.Mentions) return [];
        var untimed = peaks.Untimed == 0 ? "" : $" Not looked at: {Wording.Counted(peaks.Untimed, "post")} that {(peaks.Untimed == 1 ? "bears" : "bear")} only a date.";
        if (peaks.Peaks.Count == 0) return [new Heading(2, "Busy times"), new Paragraph($"No hour or day was unusually busy, compared with {Wording.Counted(peaks.WeeksOfHistory, "earlier week")}.{untimed}", Tone.Small)];
        var blocks = new List<Block> { new Heading(2, "Busy times") };
        foreach (var peak in peaks.Peaks)
        {
            var when = peak.IsDay ? Wording.Day(peak.Start.Date) : $"{Wording.Day(peak.Start.Date)}, the hour from {Wording.Hour(peak.Start)}";
            var words = peak.Words.Count > 0 ? $" People spoke of: {string.Join(", ", peak.Words)}." : "";
            blocks.Add(new Paragraph($"{when}: {Wording.Counted(peak.Mentions, "post")}, where {(peak.Usual == 0 ? "there are usually none" : $"{Wording.Number(peak.Usual)} {(peak.Usual == 1 ? "is" : "are")} usual")}.{words}"));
            if (peak.Posts.FirstOrDefault(post => !_quoted.Contains((post.Platform, post.Id))) is { } post) blocks.Add(QuoteOnce(post, [], Tone.Plain));
        }

        if (untimed.Length > 0) blocks.Add(new Paragraph(untimed.Trim(), Tone.Small));
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

        var heading = blocks.Count > 0 ? "What people talked about" : "Where and when people spoke";
        if (_digest.Sources.Count > 1)
            blocks.Add(new Paragraph("Where it was said: " + string.Join(", ", _digest.Sources.Select(source => $"{Wording.Place(source.Name)} ({Wording.Number(source.Count)})")) + "."));
        // A month of which most days are empty is told by the others.
        var sparse = _digest.Days.Count > 7 && _digest.Days.Count(day => day.Count == 0) * 2 > _digest.Days.Count;
        if (_digest.Days.Count is > 1 and <= 31 && _digest.Counts.Mentions >= 10)
            blocks.Add(new Bars(DaysCaption() + (sparse ? " (days without posts left out)" : ""), "Day", "Posts", [.. _digest.Days.Where(day => !sparse || day.Count > 0).Select(day => new BarRow(DayOf(day.Name), day.Count, "", Tone.Plain))]));
        if (_digest.Authors.Count > 0)
            blocks.Add(new Bars("Who posted most", "Author", "Posts", [.. _digest.Authors.Select(author => new BarRow(author.Name, author.Count, "", Tone.Plain))]));
        if (blocks.Count > 0) blocks.Insert(0, new Heading(2, heading));
        return blocks;
    }

    // A date without a time of day is often the one on which answers were typed in.
    private string DaysCaption() =>
        _digest.Peaks.Untimed == 0 ? "When it was said"
        : _digest.Peaks.Untimed == _digest.Counts.Mentions ? "By the date that each bears, which may be that of typing in"
        : $"When it was said ({Wording.Number(_digest.Peaks.Untimed)} by a date alone, which may be that of typing in)";

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
        // Of a post or two every kind of reach is the same number; programs find them in the JSON form.
        if (reach.Posts - reach.PostsUnknown < LeastForReach) return [];
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
        if (Wants(DigestSections.Peaks) && _digest.Counts.Mentions > 0 && _digest.Peaks.Untimed == _digest.Counts.Mentions)
        {
            blocks.Add(new Paragraph("Busy hours and days are not told: each post bears only a date, which may be that on which it was typed in.", Tone.Small));
        }
        else if (Wants(DigestSections.Peaks) && _digest.Counts.Mentions > 0 && _digest.Peaks.WeeksOfHistory is var weeks and < PeakFigures.WeeksNeeded)
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

    private static string Shorten(string link)
    {
        var host = link.IndexOf("://", StringComparison.Ordinal);
        var text = host < 0 ? link : link[(host + 3)..];
        if (text.StartsWith("www.", StringComparison.Ordinal)) text = text[4..];
        text = text.TrimEnd('/');
        return text.Length <= 60 ? text : text[..59] + "…";
    }
}
