using System.Globalization;
using Engagement.Star;
using Engagement.Triage;

namespace Engagement.Digests;

/// <summary>Groups criticism by what it is about, so that one event is one thing to learn from.</summary>
internal sealed class CriticismEvents(DigestTally tally, ShownItems shown)
{
    // The beginnings of what is kept as praise.
    private readonly HashSet<string> _praised =
        [.. tally.Praise.Items.Where(item => item.Text.Length >= KeptItem.BeginningLength).Select(item => item.Beginning)];

    /// <summary>
    /// What a manager should look at first comes first: what is plainly criticism before what the model merely took for it, what several people say before
    /// what one does, and then what says what happened and where.
    /// </summary>
    public List<CriticismEvent> All() =>
    [
        .. Groups().Select(EventOf)
            .OrderByDescending(found => found.IsClear)
            .ThenByDescending(found => found.People)
            .ThenBy(found => found.Items[0], Comparer<KeptItem>.Default),
    ];

    private CriticismEvent EventOf(List<KeptItem> items)
    {
        // Whoever says it three times is one person; each repeat of a post is another.
        var strength = items.GroupBy(item => item.Author == 0 ? StableHash.Of(item.Id) : item.Author).Sum(said => said.Max(item => item.Criticism))
            + items.Sum(item => (tally.TimesOf(item) - 1) * item.Criticism);
        // "Nothing", said of what was good, is counted, and makes no reading however many say it.
        if (items.TrueForAll(item => item.IsBare)) return new CriticismEvent(items, 1, IsClear: false);
        // Nor is an excerpt plainly criticism where the whole was taken for praise.
        var clear = items.Find(item => item.Criticism >= KeptItem.Clear && !item.IsBare && !_praised.Contains(item.Beginning));
        // The sort is stable: the others stay in the order of their ranks.
        var told = clear is null ? items : items.OrderByDescending(item => item == clear).ToList();
        return new CriticismEvent(told, Math.Max(1, (strength + 500) / 1_000), clear is not null || (strength >= 2 * KeptItem.Clear && !_praised.Contains(items[0].Beginning)));
    }

    /// <summary>Criticism grouped by event: the same words, the same thread, the same page.</summary>
    private IEnumerable<List<KeptItem>> Groups()
    {
        var items = tally.Learn.Items.ToList();
        var parent = new int[items.Count];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var post = $"i{(int)item.Platform} ";
            Join(i, post + item.Id);
            // Thirty people who answer "Waiting time" to a survey make one point.
            Join(i, "w" + item.Text);
            if (item.Repeat != 0) Join(i, "r" + item.Repeat.ToString(CultureInfo.InvariantCulture));
            if (item.ReplyTo.Length > 0) Join(i, post + item.ReplyTo);
            if (item.RepostOf.Length > 0) Join(i, post + item.RepostOf);
            if (item.QuoteOf.Length > 0) Join(i, post + item.QuoteOf);
            foreach (var link in item.Links)
            {
                if (IsPage(link)) Join(i, "l" + link);
            }

            if (IsPage(item.Link)) Join(i, "l" + item.Link);
        }

        var events = new Dictionary<int, List<KeptItem>>();
        for (var i = 0; i < items.Count; i++)
        {
            var root = Find(i);
            if (!events.TryGetValue(root, out var list)) events[root] = list = [];
            list.Add(items[i]);
        }

        return events.Values;

        void Join(int index, string key)
        {
            if (first.TryAdd(key, index)) return;
            var (left, right) = (Find(first[key]), Find(index));
            if (left != right) parent[Math.Max(left, right)] = Math.Min(left, right);
        }

        int Find(int index)
        {
            while (parent[index] != index) index = parent[index] = parent[parent[index]];
            return index;
        }
    }

    public Opportunity Show(CriticismEvent told)
    {
        var (items, best) = (told.Items, told.Items[0]);
        // The same report cut elsewhere tells nothing new, and a kind answer in the same thread is no part of the criticism.
        var others = items.Skip(1)
            .Where(item => !StartsAlike(item.Text, best.Text) && (item.Criticism >= KeptItem.Clear || !told.IsClear))
            .DistinctBy(item => item.Beginning)
            .Select(item => shown.InCriticism(DigestText.Clean(item.Text, Math.Min(200, tally.Scope.Options.QuoteLength)), item))
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        // One post of somebody's own care makes the whole event one to answer in private.
        var advised = items.Find(item => item.Reply == ReplyAction.MoveToPrivate) ?? items.Find(item => item.Reply != ReplyAction.None) ?? best;
        return new Opportunity
        {
            Item = shown.OfCriticism(best, tally.TimesOf(best)),
            Mentions = items.Sum(tally.TimesOf),
            IsClear = told.IsClear,
            Others = others,
            Weakened = [.. items.SelectMany(item => item.Star).Where(slot => slot % 2 == (int)StarDirection.Weakens).Distinct().Order().Select(slot => StarNames.Of((StarPoint)(slot / 2), tally.Scope.Profile.Star))],
            PickedUp = items.Exists(item => tally.Answered.Contains(StableHash.Of(item.Id)) || tally.Scope.Options.Improvements.Any(step => step.MentionId == item.Id && step.Stage > ImprovementStage.Raised)),
            Reply = advised.Reply,
            ReplyReason = shown.InCriticism(advised.ReplyReason, advised),
        };
    }

    // Sharing a site's front page does not make two posts one event.
    private static bool IsPage(string link)
    {
        var host = link.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? -1 : link.IndexOf('/', host + 3);
        return path >= 0 && path < link.Length - 1;
    }

    private static bool StartsAlike(string left, string right) =>
        left == right || (left.Length >= KeptItem.BeginningLength && right.AsSpan().StartsWith(left.AsSpan(0, KeptItem.BeginningLength), StringComparison.OrdinalIgnoreCase));
}
