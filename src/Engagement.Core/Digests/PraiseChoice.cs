
namespace Engagement.Digests;

/// <summary>Chooses the praise that is shown: the best first, the same words once, and never six times the same team.</summary>
internal sealed class PraiseChoice(DigestTally tally, ShownItems items)
{
    private const int LeastToRead = 16;

    public (List<DigestItem> Best, List<DigestItem> More) Choose()
    {
        // The same words said again, by others, fold into the first: their number tells more than their repetition.
        var (open, times) = (new List<KeptItem>(), new Dictionary<KeptItem, long>(ReferenceEqualityComparer.Instance));
        var (byRepeat, byWords) = (new Dictionary<ulong, KeptItem>(), new Dictionary<ulong, KeptItem>());
        foreach (var item in tally.Praise.Items)
        {
            // Also where the reader saw no repeat: two equal quotations tell nobody anything.
            var words = StableHash.Of(item.Text);
            if ((item.Repeat != 0 && byRepeat.TryGetValue(item.Repeat, out var same)) || byWords.TryGetValue(words, out same))
            {
                times[same] += tally.TimesOf(item);
                continue;
            }

            if (item.Repeat != 0) byRepeat.Add(item.Repeat, item);
            byWords.Add(words, item);

            open.Add(item);
            times[item] = tally.TimesOf(item);
        }

        // "Nothing" and "Great" are counted, and make no reading where there is anything else.
        if (open.Exists(item => item.Text.Length >= LeastToRead)) open.RemoveAll(item => item.Text.Length < LeastToRead);
        var chosen = new List<DigestItem>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (chosen.Count < tally.Scope.Options.Praise && open.Count > 0)
        {
            var best = open[0];
            var bestRank = long.MinValue;
            foreach (var item in open)
            {
                // Varied: another team, another person, another place before more of the same.
                var rank = item.Rank - (15 * seen.GetValueOrDefault("p" + (int)item.Platform));
                foreach (var team in item.Teams) rank -= 60 * seen.GetValueOrDefault("t" + team);
                foreach (var person in item.People) rank -= 80 * seen.GetValueOrDefault("n" + person);
                if (rank > bestRank) (best, bestRank) = (item, rank);
            }

            open.Remove(best);
            Note("p" + (int)best.Platform);
            foreach (var team in best.Teams.Where(team => team != tally.Scope.Audience.Key)) Note("t" + team);
            foreach (var person in best.People) Note("n" + person);
            chosen.Add(items.Of(best, times[best]));
        }

        return (chosen, [.. open.Take(tally.Scope.Options.More).Select(item => items.Of(item, times[item]))]);

        void Note(string key) => seen[key] = seen.GetValueOrDefault(key) + 1;
    }
}
