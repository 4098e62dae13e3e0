using System.Buffers;
using System.Numerics;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// What the learned weights look at: words with their stems and pieces, pairs of words, the ideas of <see cref="StarConcepts"/> and pairs
/// of them in one sentence, and how the text feels. Each counts once a text, where it first occurs.
/// </summary>
internal sealed class StarFeatures
{
    // Longest text that is looked at, in words: what comes after says no more of the star, and the work stays bounded.
    private const int MaximumWords = 400;

    // An idea meets at most so many ideas that stand before it in its sentence.
    private const int PairReach = 24;

    private static readonly ulong Number = TokenHash.Of("0");
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private WordAt[] _words = new WordAt[64];
    private ConceptAt[] _found = new ConceptAt[64];
    private int _foundCount;

    // Ideas that stand alone.
    private ConceptAt[] _alone = new ConceptAt[64];
    private int _aloneCount;

    // An open table of what was seen in this text, as much of it as the text needs; an entry counts only when it bears the generation of this
    // reading.
    private readonly (int Generation, ulong Key)[] _seen = new (int, ulong)[2048];
    private int _seenMask;
    private int _generation;
    private int[] _met = [];
    private int[] _metAlone = [];
    private int _visit;
    private bool _asks;
    private ulong _feeling;
    private ParsedMention? _mention;
    private StarConcepts _concepts = StarConcepts.Shipped;

    /// <summary>How many words are looked at.</summary>
    public int WordCount { get; private set; }

    /// <summary>Where a word stands: the index of its token, those of the title first.</summary>
    public int TokenOf(int word) => _words[word].Token;

    /// <summary>Reads a text; what was read before is forgotten.</summary>
    public void Read(ParsedMention mention, SentimentScore sentiment, StarConcepts concepts)
    {
        _mention = mention;
        _concepts = concepts;
        _generation++;
        _foundCount = _aloneCount = 0;
        _asks = false;
        _feeling = StarKeys.Feeling(sentiment.Label);
        WordCount = 0;
        var words = Math.Min(MaximumWords, mention.Title.PositionCount + mention.Text.PositionCount);
        _seenMask = (int)BitOperations.RoundUpToPowerOf2((uint)(words * 4) + 1) - 1;
        var sentence = 0;
        ReadField(mention.Title, 0, ref sentence);
        sentence++;
        ReadField(mention.Text, mention.Title.Count, ref sentence);
        FindConcepts();
    }

    /// <summary>Gives everything that was found to a sink.</summary>
    public void Visit<TSink>(ref TSink sink)
        where TSink : struct, IStarFeatureSink
    {
        for (var i = 0; i < WordCount; i++)
        {
            ref readonly var word = ref _words[i];
            if (word.IsFirst)
            {
                sink.Word(i, word.Hash, word.IsNumber ? "0" : FoldedAt(word.Token));
            }

            if (word.PairKey != 0) sink.Pair(i, word.PairKey);
        }

        VisitConcepts(ref sink);
        sink.Text(_feeling);
        sink.Text(StarKeys.Length(WordCount));
        if (_asks) sink.Text(StarKeys.Asks);
    }

    private ReadOnlySpan<char> FoldedAt(int token)
    {
        var title = _mention!.Title;
        return token < title.Count ? title.Folded(title[token]) : _mention.Text.Folded(_mention.Text[token - title.Count]);
    }

    private void VisitConcepts<TSink>(ref TSink sink)
        where TSink : struct, IStarFeatureSink
    {
        if (_met.Length < _concepts.PairCount || _metAlone.Length < _concepts.Names.Length) (_met, _metAlone) = (new int[_concepts.PairCount], new int[_concepts.Names.Length]);
        var visit = ++_visit;
        var found = _found.AsSpan(0, _foundCount);
        foreach (ref readonly var alone in _alone.AsSpan(0, _aloneCount))
        {
            if (_metAlone[alone.Concept] == visit) continue;
            _metAlone[alone.Concept] = visit;
            sink.Concept(alone.Concept, alone.First, alone.Last);
        }

        for (var i = 0; i < found.Length; i++)
        {
            ref readonly var one = ref found[i];
            if (_metAlone[one.Concept] != visit)
            {
                _metAlone[one.Concept] = visit;
                sink.Concept(one.Concept, one.First, one.Last);
            }

            for (var j = i - 1; j >= 0 && j >= i - PairReach && found[j].Sentence == one.Sentence; j--)
            {
                ref readonly var other = ref found[j];
                // An idea with itself is no pair.
                if (one.Concept == other.Concept) continue;
                var pair = sink.NumberOf(one.Concept, other.Concept);
                if (pair < 0 || _met[pair] == visit) continue;
                _met[pair] = visit;
                sink.ConceptPair(pair, (other.First, other.Last), (one.First, one.Last));
            }
        }
    }

    private void ReadField(TokenStream stream, int offset, ref int sentence)
    {
        var before = 0ul;
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length && WordCount < MaximumWords; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.TakesPosition && token.Kind is not (TokenKind.Link or TokenKind.Handle or TokenKind.Email or TokenKind.List))
            {
                // A number is a number: "28 patients" and "31 patients" are one thing.
                var isNumber = token.Kind == TokenKind.Number;
                var hash = isNumber ? Number : token.Hash;
                if (WordCount == _words.Length) Array.Resize(ref _words, WordCount * 2);
                if (before != 0)
                {
                    var key = StarKeys.Pair(before, hash);
                    if (IsNew(key)) _words[WordCount - 1].PairKey = key;
                }

                _words[WordCount++] = new WordAt { Hash = hash, Token = offset + i, Sentence = sentence, IsFirst = IsNew(hash), IsNumber = isNumber, IsName = before != 0 && LooksLikeName(stream.Original(token)) };
                before = hash;
            }

            if (!StarSentences.EndsSentence(stream, i)) continue;
            if (token.Kind == TokenKind.Punctuation && stream.Folded(token)[0] == '?') _asks = true;
            sentence++;
            before = 0;
        }
    }

    private void FindConcepts()
    {
        for (var i = 0; i < WordCount; i++)
        {
            if (_words[i].IsName) AddConcept(_concepts.ProperName, i, i);
            if (!_concepts.MayBegin(_words[i].Hash)) continue;
            var phrase = 0ul;
            for (var j = i; j < WordCount && _words[j].Sentence == _words[i].Sentence; j++)
            {
                if (!_concepts.TryExtend(ref phrase, _words[j].Hash, out var found, out var goesOn)) break;
                foreach (var concept in found) AddConcept(concept, i, j);
                if (!goesOn) break;
            }
        }
    }

    private void AddConcept(int concept, int first, int last)
    {
        var place = new ConceptAt(concept, first, last, _words[first].Sentence);
        if (concept < _concepts.Paired) Add(ref _found, ref _foundCount, place);
        else Add(ref _alone, ref _aloneCount, place);
    }

    private static void Add(ref ConceptAt[] places, ref int count, in ConceptAt place)
    {
        if (count == places.Length) Array.Resize(ref places, count * 2);
        places[count++] = place;
    }

    /// <summary>A capital within a sentence, and small letters after it; "I've" is no name.</summary>
    private static bool LooksLikeName(ReadOnlySpan<char> written) =>
        written.Length > 1 && char.IsUpper(written[0]) && char.IsLower(written[1]) && !written[1..].ContainsAny(Capitals);

    private bool IsNew(ulong key)
    {
        var mask = _seenMask;
        var slot = (int)key & mask;
        while (_seen[slot].Generation == _generation)
        {
            if (_seen[slot].Key == key) return false;
            slot = (slot + 1) & mask;
        }

        _seen[slot] = (_generation, key);
        return true;
    }

    private record struct WordAt(ulong Hash, ulong PairKey, int Token, int Sentence, bool IsFirst, bool IsNumber, bool IsName);

    private readonly record struct ConceptAt(int Concept, int First, int Last, int Sentence);
}
