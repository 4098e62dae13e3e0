namespace Engagement.Mentions;

/// <summary>Folds the repeats of many mentions into their firsts.</summary>
public static class RepeatFolding
{
    /// <summary>
    /// Gives each mention once, in the order of first reading, in its newest version, with counts of what was folded into it. The mentions
    /// given, and their <see cref="FoldedMention.Repeats"/>, add up to those read. An original that comes after its repost takes the repost's place, and a quote
    /// counts to its original wherever that comes.
    /// </summary>
    /// <param name="mentions">The mentions; read once, as needed.</param>
    /// <param name="horizon">How many of the last mentions are held and searched for the original; see <see cref="RepeatFolder"/>. A mention is given when it leaves the horizon.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is less than 1.</exception>
    public static IEnumerable<FoldedMention> Fold(IEnumerable<Mention> mentions, int horizon = RepeatFolder.DefaultHorizon)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        return FoldAll(mentions, horizon);
    }

    private static IEnumerable<FoldedMention> FoldAll(IEnumerable<Mention> mentions, int horizon)
    {
        var folder = new RepeatFolder(horizon);
        var workspace = new ReadingWorkspace();
        var held = new Dictionary<long, FoldedMention>();
        var order = new Queue<long>();
        var quotes = new EarlyQuotes(horizon);
        foreach (var mention in mentions)
        {
            var index = folder.ReadCount;
            var verdict = folder.Add(MentionParser.Default.Parse(mention, workspace));
            if (held.TryGetValue(verdict.OriginalIndex, out var original)) held[verdict.OriginalIndex] = With(original, mention, verdict, quotes);
            if (!verdict.IsRepeat)
            {
                held.Add(index, new FoldedMention(mention, 0, 0, 0, quotes.CountOf(mention)));
                order.Enqueue(index);
            }

            if (verdict is { Kind: RepeatKind.Quote, OriginalIndex: < 0 }) quotes.Add(mention, index);
            quotes.Forget(folder.ReadCount);

            while (order.TryPeek(out var oldest) && oldest < folder.ReadCount - horizon)
            {
                yield return held[order.Dequeue()];
                held.Remove(oldest);
            }
        }

        while (order.TryDequeue(out var rest)) yield return held[rest];
    }

    private static FoldedMention With(FoldedMention original, Mention mention, RepeatVerdict verdict, EarlyQuotes quotes) => verdict.Kind switch
    {
        RepeatKind.Version => original with { Versions = original.Versions + 1, Mention = verdict.IsNewerVersion ? mention : original.Mention },
        RepeatKind.Original => original with { Reposts = original.Reposts + 1, Mention = mention, Quotes = original.Quotes + quotes.CountOf(mention) },
        RepeatKind.Repost => original with { Reposts = original.Reposts + 1 },
        RepeatKind.Copy => original with { Copies = original.Copies + 1 },
        RepeatKind.Quote => original with { Quotes = original.Quotes + 1 },
        _ => original,
    };

    /// <summary>Quotes within the horizon of what was not read yet.</summary>
    private sealed class EarlyQuotes(int horizon)
    {
        private readonly Dictionary<(Platform, string), int> _counts = [];
        private readonly Queue<(long Index, (Platform, string) Quoted)> _order = new();

        public void Add(Mention quote, long index)
        {
            var quoted = (quote.Platform, quote.QuoteOf!);
            _counts[quoted] = _counts.GetValueOrDefault(quoted) + 1;
            _order.Enqueue((index, quoted));
        }

        /// <summary>How many quote the mention. They count no further.</summary>
        public int CountOf(Mention mention) => _counts.Remove((mention.Platform, mention.Id), out var count) ? count : 0;

        public void Forget(long readCount)
        {
            while (_order.TryPeek(out var oldest) && oldest.Index < readCount - horizon)
            {
                var quoted = _order.Dequeue().Quoted;
                if (!_counts.TryGetValue(quoted, out var count)) continue;
                if (count == 1) _counts.Remove(quoted);
                else _counts[quoted] = count - 1;
            }
        }
    }
}
