using Engagement.Mentions;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>
/// A block of queries compiled together. Each distinct word is known once, by hash verified on characters; each query hangs on the
/// words of which it needs at least one (its anchor), with a second such set as a filter; what passes is verified on positions.
/// </summary>
internal sealed partial class Segment
{
    /// <summary>Streams are numbered in the order of evidence: title, text, place, biography.</summary>
    private const int KindCount = 10;

    private readonly WordSlot[] _slots;
    private readonly int _slotMask;
    private readonly char[] _characters;
    private readonly TermEntry[] _terms;
    private readonly string?[] _exact;
    private readonly Term[] _originals;
    private readonly int[] _postings;
    private readonly WildcardTrie? _wildcards;
    private readonly PairIndex _pairs;
    private readonly int[] _code;
    private readonly QueryNode[] _nodes;
    private readonly FieldIndex _fields;
    private readonly bool _readsPlace;
    private readonly bool _readsBiography;

    /// <summary>The queries, in order.</summary>
    public KeyedQuery[] Queries { get; }

    private struct WordSlot
    {
        public uint Tag;
        public int CharacterStart;
        public int CharacterCount;
        public int FirstTerm;

        // None: an empty slot.
        public int TermCount;
    }

    private struct TermEntry
    {
        /// <summary>A bit a stream and kind of token: stream × <see cref="KindCount"/> + kind.</summary>
        public ulong Accepted;
        public int PostingStart;

        /// <summary>Where the postings without a filter end; those with one follow.</summary>
        public int PlainEnd;
        public int PostingEnd;

        /// <summary>How many queries the pairs of this term lead to; 0 when it has none.</summary>
        public int PairedQueries;

        /// <summary>The first term of the word this is; -1 for a wildcard.</summary>
        public int Word;
        public bool IsExact;
    }

    /// <summary>Adds to the scratch the local ordinals of the queries that match; unordered, perhaps with repeats.</summary>
    public void Match(ParsedMention mention, MatchScratch scratch)
    {
        scratch.Prepare(_terms.Length);
        if (_terms.Length > 0)
        {
            Read(mention.Title, 0, scratch);
            Read(mention.Text, 1, scratch);
            if (_readsPlace) Read(mention.Place, 2, scratch);
            if (_readsBiography) Read(mention.Biography, 3, scratch);
            for (var i = 0; i < scratch.PresentCount; i++)
            {
                ref readonly var term = ref _terms[scratch.PresentTerms[i]];
                if (term.PostingStart == term.PostingEnd) continue;

                // The shorter way: to look for each present term as a partner, or to walk the queries of this one.
                if (term.PairedQueries > scratch.PresentCount)
                {
                    Gather(term.PostingStart, term.PlainEnd, mention, scratch);
                    GatherPairs(scratch.PresentTerms[i], mention, scratch);
                }
                else
                {
                    Gather(term.PostingStart, term.PostingEnd, mention, scratch);
                }
            }
        }

        if (!_fields.IsEmpty) GatherByFields(mention, scratch);
    }

    private void Read(TokenStream stream, int number, MatchScratch scratch)
    {
        var tokens = stream.Tokens;
        var slots = _slots;
        var shift = number * KindCount;
        var wordOf = scratch.WordsOf(number, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Punctuation) continue;
            var word = -1;
            var tag = (uint)token.Hash;
            var at = (int)(token.Hash >> 32) & _slotMask;
            while (true)
            {
                ref readonly var slot = ref slots[at];
                if (slot.TermCount == 0) break;
                if (slot.Tag == tag && stream.Folded(token).SequenceEqual(_characters.AsSpan(slot.CharacterStart, slot.CharacterCount)))
                {
                    word = slot.FirstTerm;
                    var end = word + slot.TermCount;
                    for (var term = slot.FirstTerm; term < end; term++)
                    {
                        ref readonly var entry = ref _terms[term];
                        if ((entry.Accepted >> (shift + (int)token.Kind) & 1) == 0) continue;
                        if (entry.IsExact && !Term.IsExact(_exact[term]!, TermShape.Whole, stream, token)) continue;
                        scratch.AddHit(term, number, i);
                    }

                    break;
                }

                at = (at + 1) & _slotMask;
            }

            wordOf[i] = word;
            _wildcards?.Find(stream, token, number, i, this, scratch);
        }
    }

    /// <summary>A wildcard term met by a token of some kind in some stream.</summary>
    public void AddWildcardHit(int term, TokenStream stream, in Token token, int number, int index, MatchScratch scratch)
    {
        ref readonly var entry = ref _terms[term];
        if ((entry.Accepted >> (number * KindCount + (int)token.Kind) & 1) == 0) return;
        if (entry.IsExact && !Term.IsExact(_exact[term]!, _originals[term].Shape, stream, token)) return;
        scratch.AddHit(term, number, index);
    }

    /// <summary>Walks the postings of an anchor: where the query's code begins, number of filter terms, filter terms.</summary>
    private void Gather(int start, int end, ParsedMention mention, MatchScratch scratch)
    {
        var postings = _postings.AsSpan(start, end - start);
        var present = scratch.Present;
        var at = 0;
        while (at < postings.Length)
        {
            var next = at + 2 + postings[at + 1];
            var passes = next == at + 2;
            for (var i = at + 2; i < next; i++)
            {
                var term = postings[i];
                if ((present[term >> 6] >> term & 1) == 0) continue;
                passes = true;
                break;
            }

            if (passes) Verify(postings[at], mention, scratch);
            at = next;
        }
    }

    private void GatherPairs(int anchor, ParsedMention mention, MatchScratch scratch)
    {
        for (var i = 0; i < scratch.PresentCount; i++)
        {
            foreach (var query in _pairs.Find(anchor, scratch.PresentTerms[i])) Verify(query, mention, scratch);
        }
    }

    /// <summary>Runs the code of a query, which begins with its ordinal.</summary>
    private void Verify(int start, ParsedMention mention, MatchScratch scratch)
    {
        var pc = start + 1;
        if (Holds(ref pc, mention, scratch)) scratch.AddMatched(_code[start]);
    }

    private void GatherByFields(ParsedMention mention, MatchScratch scratch)
    {
        foreach (var test in _fields.ListedTests)
        {
            if (_fields.Tests[test].Holds(mention, scratch.Names)) GatherByField(test, mention, scratch);
        }

        GatherByField(_fields.TestOfHandle(mention), mention, scratch);
        GatherByField(_fields.TestOfPlatform(mention), mention, scratch);
        if (!_fields.HasLanguages || mention.Mention.Language is not { } tag) return;

        // en-GB fulfils lang:en-GB and lang:en.
        for (var length = tag.Length; length > 0; length = tag.AsSpan(0, length).LastIndexOfAny('-', '_'))
        {
            GatherByField(_fields.TestOfLanguage(tag, length), mention, scratch);
        }
    }

    private void GatherByField(int test, ParsedMention mention, MatchScratch scratch)
    {
        if (test >= 0) Gather(_fields.PostingStarts[test], _fields.PostingStarts[test + 1], mention, scratch);
    }

    private bool Holds(ref int pc, ParsedMention mention, MatchScratch scratch)
    {
        var code = _code;
        switch (code[pc])
        {
            case Operation.Term:
                pc += 2;
                return scratch.Has(code[pc - 1]);
            case Operation.And:
                {
                    var end = code[pc + 1];
                    pc += 2;
                    while (pc < end)
                    {
                        if (Holds(ref pc, mention, scratch)) continue;
                        pc = end;
                        return false;
                    }

                    return true;
                }

            case Operation.Or:
                {
                    var end = code[pc + 1];
                    pc += 2;
                    while (pc < end)
                    {
                        if (!Holds(ref pc, mention, scratch)) continue;
                        pc = end;
                        return true;
                    }

                    return false;
                }

            case Operation.Not:
                pc++;
                return !Holds(ref pc, mention, scratch);
            case Operation.Phrase:
                {
                    var count = code[pc + 1];
                    var terms = code.AsSpan(pc + 2, count);
                    pc += 2 + count;
                    return HasPhrase(terms, mention, scratch);
                }

            case Operation.Near:
                pc += 2;
                return IsNear((NearNode)_nodes[code[pc - 1]], mention, scratch);
            case Operation.Window:
                pc += 2;
                return IsWithin((SequenceNode)_nodes[code[pc - 1]], mention, scratch);
            default:
                pc += 2;
                return _fields.Tests[code[pc - 1]].Holds(mention, scratch.Names);
        }
    }

    private bool HasPhrase(ReadOnlySpan<int> terms, ParsedMention mention, MatchScratch scratch)
    {
        foreach (var term in terms)
        {
            if (!scratch.Has(term)) return false;
        }

        for (var hit = scratch.LastHits[terms[0]]; hit >= 0; hit = scratch.Hits[hit].Before)
        {
            ref readonly var first = ref scratch.Hits[hit];
            if (Continues(terms, StreamOf(mention, first.Stream), first.Stream, first.Token, scratch)) return true;
        }

        return false;
    }

    private bool Continues(ReadOnlySpan<int> terms, TokenStream stream, int number, int at, MatchScratch scratch)
    {
        var tokens = stream.Tokens;
        var wordOf = scratch.WordsOf(number);
        for (var i = 1; i < terms.Length; i++)
        {
            do at++;
            while (at < tokens.Length && !tokens[at].TakesPosition);
            if (at == tokens.Length) return false;
            ref readonly var entry = ref _terms[terms[i]];
            if (entry.Word >= 0 && !entry.IsExact)
            {
                if (wordOf[at] != entry.Word || (entry.Accepted >> (number * KindCount + (int)tokens[at].Kind) & 1) == 0) return false;
            }
            else if (!_originals[terms[i]].Accepts(stream, tokens[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNear(NearNode near, ParsedMention mention, MatchScratch scratch)
    {
        foreach (var part in TreeMatcher.FieldsOf(near.Scope))
        {
            if (scratch.Proximity.IsNear(mention.StreamOf(part), near)) return true;
        }

        return false;
    }

    private static bool IsWithin(SequenceNode sequence, ParsedMention mention, MatchScratch scratch)
    {
        foreach (var part in TreeMatcher.FieldsOf(sequence.Scope))
        {
            if (scratch.Proximity.IsWithin(mention.StreamOf(part), sequence, out _, out _)) return true;
        }

        return false;
    }

    private static TokenStream StreamOf(ParsedMention mention, int number) => number switch
    {
        0 => mention.Title,
        1 => mention.Text,
        2 => mention.Place,
        _ => mention.Biography,
    };
}
