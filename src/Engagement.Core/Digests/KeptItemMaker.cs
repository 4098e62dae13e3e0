using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Star;

namespace Engagement.Digests;

/// <summary>Ranks one mention, and makes of it what is kept: only when it is.</summary>
internal readonly struct KeptItemMaker(DigestScope scope, Feedback feedback, long ticks, bool dateOnly, WordNotes notes)
{
    private const int MostLinks = 4;
    private const int SentenceLength = 25;

    public Feedback Feedback => feedback;

    public WordNotes Notes => notes;

    public long Ticks => ticks;

    /// <summary>0 when unknown.</summary>
    public ulong Author { get; } = DigestScope.AuthorKey(feedback.Mention);

    public ulong Self => StableHash.Mix(StableHash.Of(feedback.Mention.Id), (ulong)feedback.Mention.Platform);

    public ulong AuthorOrSelf => Author != 0 ? Author : Self;

    /// <summary>Praise that names a person or a team, says what was done, and is of a length to be read out comes first.</summary>
    public long PraiseRank =>
        (long)(feedback.Sentiment.Score * 400)
        + RouteRank(person: 200)
        + StarRank(StarDirection.Strengthens)
        + LengthRank
        + Math.Min(60, 4 * (feedback.Mention.Counts?.Likes is { } likes and > 0 ? System.Numerics.BitOperations.Log2((ulong)likes) : 0))
        - (40 * feedback.Text.Redactions.Count);

    /// <summary>Criticism that says what happened and where comes first, of that the newer; whom it is about is nothing to lead with.</summary>
    public long LearnRank =>
        (long)(feedback.Sentiment.Score * -300)
        + RouteRank(person: 50)
        + StarRank(StarDirection.Weakens)
        + LengthRank
        + scope.LatenessOf(ticks)
        - (20 * feedback.Text.Redactions.Count);

    /// <summary>Leaders before colleagues, colleagues before the trust's own account, that before the press; among them the warm and the liked.</summary>
    public long ColleagueRank
    {
        get
        {
            var voice = feedback.Voice switch
            {
                Voice.Staff => scope.People.TryGetValue(Author, out var person) && person.IsLeader ? 3_000 : 2_000,
                Voice.Trust => 1_000,
                _ => 1_500,
            };
            var likes = feedback.Mention.Counts?.Likes is { } count and > 0 ? System.Numerics.BitOperations.Log2((ulong)count) : 0;
            return voice + (long)(feedback.Sentiment.Score * 200) + (likes * 20) + LengthRank;
        }
    }

    private long RouteRank(long person)
    {
        var rank = 0L;
        foreach (var route in feedback.Routing.Routes)
        {
            if (route.Reason == RouteReason.Part) continue;
            rank = Math.Max(rank, route.Kind switch { RouteKind.Person => person, RouteKind.Team => 140, RouteKind.Site => 50, _ => 0 });
        }

        return rank;
    }

    private long StarRank(StarDirection direction)
    {
        var found = 0;
        foreach (var finding in feedback.Star) found += finding.Direction == direction ? 1 : 0;
        return Math.Min(3, found) * 90;
    }

    // Rises to its best at 80 to 320 characters, what can be read out in a breath or two.
    private long LengthRank => feedback.Text.Text.Length switch
    {
        < 20 => -200,
        < 80 => feedback.Text.Text.Length * 2,
        <= 320 => 160,
        <= 640 => 120,
        _ => 60,
    };

    public KeptItem Make(long rank, StarFinding? finding = null, int? textLength = null)
    {
        var mention = feedback.Mention;
        var most = textLength ?? scope.Options.QuoteLength;
        var star = new SortedSet<int>();
        foreach (var found in feedback.Star) star.Add(((int)found.Point * 2) + (int)found.Direction);
        return new KeptItem
        {
            Rank = rank,
            Id = mention.Id,
            Platform = mention.Platform,
            Voice = feedback.Voice,
            Label = feedback.Sentiment.Label,
            Ticks = ticks,
            DateOnly = dateOnly,
            Text = DigestText.Clean(feedback.Text.Text, most),
            Title = feedback.Title is { } title ? DigestText.Clean(title.Text, 160) : "",
            Sentence = finding is null ? "" : SentenceOf(finding, Math.Min(most, 240)),
            Gist = finding is null && feedback.Sentiment.Label is SentimentLabel.Negative or SentimentLabel.Mixed ? GistOf(Math.Min(most, 240)) : "",
            Criticism = Thousandths(feedback.Sentiment.Probabilities.Negative / (feedback.Sentiment.Probabilities.Negative + feedback.Sentiment.Probabilities.Positive)),
            IsBare = notes.Count == 0,
            Confidence = finding is null ? 0 : Thousandths(finding.Confidence),
            Author = Author,
            AuthorName = DigestText.Clean(mention.Author?.DisplayName ?? mention.Author?.Handle, 60),
            Handle = DigestText.Clean(mention.Author?.Handle, 80),
            Link = SafeLink.Of(mention.Link) ?? "",
            Place = DigestText.Clean(mention.Place, 80),
            Repeat = feedback.RepeatKey is { } key ? StableHash.Of(key) : 0,
            ReplyTo = mention.ReplyTo ?? "",
            RepostOf = mention.RepostOf ?? "",
            QuoteOf = mention.QuoteOf ?? "",
            Links = feedback.Links.Count == 0 ? [] : [.. feedback.Links.Take(MostLinks)],
            Teams = [.. feedback.Routing.Routes.Where(route => route.Kind == RouteKind.Team).Select(route => route.Id)],
            People = [.. feedback.Routing.Routes.Where(route => route.Kind == RouteKind.Person).Select(route => route.Id)],
            Star = [.. star],
            Likes = Math.Max(0, mention.Counts?.Likes ?? 0),
            Reply = feedback.Reply.Action,
            ReplyReason = DigestText.Clean(feedback.Reply.Reason, 240),
            Question = notes.Question,
            Achievement = notes.Achievement,
        };
    }

    private string SentenceOf(StarFinding finding, int most) =>
        HeaviestSentence(finding.Evidence.Select(evidence => (evidence.Evidence, evidence.Contribution)), most) ?? DigestText.Clean(feedback.Text.Text, most);

    private string GistOf(int most)
    {
        var sentence = HeaviestSentence(feedback.Sentiment.Evidence.Where(evidence => evidence.Contribution < 0).Select(evidence => (evidence.Evidence, -evidence.Contribution)), most);
        return sentence is null || sentence == DigestText.Clean(feedback.Text.Text, most) ? "" : sentence;
    }

    // The sentence whose words weigh most; one that says something before a mere "Thank you!".
    private string? HeaviestSentence(IEnumerable<(Mentions.Evidence Words, double Weight)> evidence, int most)
    {
        var sentences = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (words, weight) in evidence)
        {
            var shown = words.Field switch
            {
                Mentions.MentionField.Text => feedback.Text,
                Mentions.MentionField.Title => feedback.Title,
                _ => null,
            };
            if (shown is null) continue;
            var sentence = DigestText.SentenceAt(shown, words, most);
            sentences[sentence] = sentences.GetValueOrDefault(sentence) + weight;
        }

        return sentences.OrderByDescending(pair => pair.Key.Length >= SentenceLength).ThenByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
    }

    // A scorer of a host's own may give what is no number.
    private static int Thousandths(double share) => double.IsNaN(share) ? 500 : (int)Math.Round(Math.Clamp(share, 0, 1) * 1_000, MidpointRounding.AwayFromZero);
}
