using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    /// <summary>Streams are numbered in the order of evidence: title, text, place, biography.</summary>
    private const int KindCount = 10;

    // Kinds of token that can be a word of a phrase of plain words.
    private const uint WordKinds = (1u << (int)TokenKind.Word) | (1u << (int)TokenKind.Number) | (1u << (int)TokenKind.Hashtag);

    // A position's word that no query asks for. A word that stands there as a handle or the like is complemented: no phrase of plain words has it.
    private const int NoWord = int.MinValue;

    private readonly WordSlot[] _slots;
    private readonly int _slotMask;
    private readonly char[] _characters;
    private readonly string?[] _exact;
    private readonly Term[] _originals;
    private readonly WildcardTrie? _wildcards;
    private readonly PhraseTrie? _phrases;
    private readonly PhraseEntry[] _phraseEntries;
    private readonly Runs? _latePhrases;
    private readonly Runs _lists;
    private readonly Runs _shortLists;
    private readonly bool _readsPlace;
    private readonly bool _readsBiography;

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

        /// <summary>The first term of the word this is; -1 for a wildcard.</summary>
        public int Word;
        public bool IsExact;
    }

    /// <param name="Terms">The terms, in order.</param>
    /// <param name="Streams">A bit a stream in which it counts.</param>
    private readonly record struct PhraseEntry(int[] Terms, byte Streams);

    /// <summary>Finds everything that the mention holds of what the queries ask for.</summary>
    private void ReadAll(ParsedMention mention, MatchScratch scratch)
    {
        Read(mention.Title, 0, scratch);
        Read(mention.Text, 1, scratch);
        if (_readsPlace) Read(mention.Place, 2, scratch);
        if (_readsBiography) Read(mention.Biography, 3, scratch);
        if (_latePhrases is not null) FindLatePhrases(_latePhrases, mention, scratch);
        if (_lists.IsEmpty) return;
        var items = scratch.PresentCount;
        for (var i = 0; i < items; i++)
        {
            var item = scratch.PresentItems[i];
            foreach (var (list, rank) in _lists.Of(item)) scratch.AddMember(list, item, rank);
        }
    }

    private void Read(TokenStream stream, int number, MatchScratch scratch)
    {
        if (stream.PositionCount == 0) return;
        var tokens = stream.Tokens;
        var shift = number * KindCount;
        var (words, tokenAt) = scratch.BeginStream(number, stream.PositionCount);
        var position = 0;
        var slots = _slots;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Punctuation) continue;
            tokenAt[position] = i;
            // Looked at in a row, the slots come from memory together; an empty one says at once that no query asks for the word.
            words[position++] = slots[(int)(token.Hash >> 32) & _slotMask].TermCount;
        }

        var count = position;
        for (position = 0; position < count; position++)
        {
            ref readonly var token = ref tokens[tokenAt[position]];
            var mayBeAsked = words[position] != 0;
            words[position] = NoWord;
            if (mayBeAsked)
            {
                ref readonly var slot = ref Find(stream, token);
                if (slot.TermCount > 0) words[position] = (WordKinds >> (int)token.Kind & 1) != 0 ? slot.FirstTerm : ~slot.FirstTerm;
                var end = slot.FirstTerm + slot.TermCount;
                for (var term = slot.FirstTerm; term < end; term++)
                {
                    ref readonly var entry = ref _terms[term];
                    if ((entry.Accepted >> (shift + (int)token.Kind) & 1) == 0) continue;
                    if (entry.IsExact && !Term.IsExact(_exact[term]!, TermShape.Whole, stream, token)) continue;
                    scratch.AddHit(term, number, position, position);
                }
            }

            _wildcards?.Find(stream, token, number, position, this, scratch);
        }

        if (_phrases is not null) FindPhrases(_phrases, number, scratch);
    }

    /// <summary>The slot of a token's word; an empty one when no query asks for it.</summary>
    private ref readonly WordSlot Find(TokenStream stream, in Token token)
    {
        var tag = (uint)token.Hash;
        var at = (int)(token.Hash >> 32) & _slotMask;
        while (true)
        {
            ref readonly var slot = ref _slots[at];
            if (slot.TermCount == 0) return ref slot;
            if (slot.Tag == tag && stream.Folded(token).SequenceEqual(_characters.AsSpan(slot.CharacterStart, slot.CharacterCount))) return ref slot;
            at = (at + 1) & _slotMask;
        }
    }

    /// <summary>A wildcard term met by a token of some kind in some stream.</summary>
    public void AddWildcardHit(int term, TokenStream stream, in Token token, int number, int position, MatchScratch scratch)
    {
        ref readonly var entry = ref _terms[term];
        if ((entry.Accepted >> (number * KindCount + (int)token.Kind) & 1) == 0) return;
        if (entry.IsExact && !Term.IsExact(_exact[term]!, _originals[term].Shape, stream, token)) return;
        scratch.AddHit(term, number, position, position);
    }

    private void FindPhrases(PhraseTrie trie, int number, MatchScratch scratch)
    {
        var words = scratch.WordsOf(number);
        for (var first = 0; first < words.Length; first++)
        {
            if (words[first] < 0) continue;
            var node = trie.Begin(words[first]);
            if (node == PhraseTrie.None) continue;
            for (var last = first + 1; last < words.Length && words[last] >= 0 && trie.HasNext(node); last++)
            {
                node = trie.Next(node, words[last]);
                if (node == PhraseTrie.None) break;
                foreach (var phrase in trie.PhrasesAt(node))
                {
                    if ((_phraseEntries[phrase].Streams >> number & 1) != 0) scratch.AddHit(_terms.Length + phrase, number, first, last);
                }
            }
        }
    }

    /// <summary>Phrases with wildcards, exact spellings or tags: looked for where all of their words are there.</summary>
    private void FindLatePhrases(Runs late, ParsedMention mention, MatchScratch scratch)
    {
        var items = scratch.PresentCount;
        for (var i = 0; i < items; i++)
        {
            foreach (var (phrase, _) in late.Of(scratch.PresentItems[i])) FindLatePhrase(phrase, mention, scratch);
        }
    }

    private void FindLatePhrase(int phrase, ParsedMention mention, MatchScratch scratch)
    {
        var terms = _phraseEntries[phrase].Terms;
        foreach (var term in terms)
        {
            if (!scratch.Has(term)) return;
        }

        // Last place first: the hits of the phrase are put in order where they are asked for.
        for (var at = scratch.Last[terms[0]]; at >= 0; at = scratch.Hits[at].Before)
        {
            var (stream, first, _, _) = scratch.Hits[at];
            if (Continues(terms, StreamOf(mention, stream), stream, first, scratch)) scratch.AddHit(_terms.Length + phrase, stream, first, first + terms.Length - 1);
        }
    }

    private bool Continues(int[] terms, TokenStream stream, int number, int first, MatchScratch scratch)
    {
        var words = scratch.WordsOf(number);
        if (first + terms.Length > words.Length) return false;
        for (var i = 1; i < terms.Length; i++)
        {
            ref readonly var token = ref stream[scratch.TokenAt(number, first + i)];
            ref readonly var entry = ref _terms[terms[i]];
            if (entry.Word >= 0 && !entry.IsExact)
            {
                var word = words[first + i];
                if ((word < 0 ? ~word : word) != entry.Word || (entry.Accepted >> (number * KindCount + (int)token.Kind) & 1) == 0) return false;
            }
            else if (!_originals[terms[i]].Accepts(stream, token))
            {
                return false;
            }
        }

        return true;
    }

    private static TokenStream StreamOf(ParsedMention mention, int number) => number switch
    {
        0 => mention.Title,
        1 => mention.Text,
        2 => mention.Place,
        _ => mention.Biography,
    };
}
