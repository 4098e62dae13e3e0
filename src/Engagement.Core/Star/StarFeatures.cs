using Engagement.Mentions;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// What the learned weights look at: words, pairs and triples of words, word beginnings, words after a negation, the ideas of
/// <see cref="StarConcepts"/> and pairs of them in one sentence, and how the text feels. Each feature knows the words it stands for.
/// </summary>
internal sealed class StarFeatures
{
    // Longest text that is looked at, in words: what comes after says no more of the star, and the work stays bounded.
    private const int MaximumWords = 400;
    private const int StemLength = 5;
    private const int NegationReach = 4;

    private const ulong Word = 1, Pair = 2, Triple = 3, Stem = 4, Denied = 7, Concept = 8, ConceptPair = 9,
        DeniedConcept = 10, FeltConcept = 11, Length = 12, Feeling = 13, Asks = 14, Rule = 15, FarPair = 16;

    private static readonly ulong[] LengthKeys = Enumerable.Range(0, 8).Select(i => TokenHash.Combine(Length, (ulong)i)).ToArray();

    private WordAt[] _words = new WordAt[64];
    private int _wordCount;
    private StarFeature[] _features = new StarFeature[512];
    private int _count;

    // An open table of the features' places; an entry counts only when it bears the generation of this reading.
    private (int Generation, int Index)[] _slots = new (int, int)[1024];
    private int _generation;
    private ConceptAt[] _concepts = new ConceptAt[32];
    private int _conceptCount;

    /// <summary>The features found, each once, where it first occurs.</summary>
    public ReadOnlySpan<StarFeature> Found => _features.AsSpan(0, _count);

    /// <summary>The key under which the model knows a rule.</summary>
    public static ulong KeyOfRule(string id) => TokenHash.Combine(Rule, TokenHash.Of(id));

    public void Read(ParsedMention mention, SentimentScore sentiment, StarRuleBook book, StarConcepts concepts)
    {
        _count = 0;
        _generation++;
        var words = 0;
        var feeling = TokenHash.Combine(Feeling, (ulong)sentiment.Label);
        for (var field = 0; field < 2; field++)
        {
            var stream = field == 0 ? mention.Title : mention.Text;
            if (stream.Count == 0) continue;
            Gather(stream, field == 0 ? MentionField.Title : MentionField.Text, book, concepts);
            words += _wordCount;
            AddWords();
            AddConcepts(feeling);
        }

        Add(feeling, default, default);
        Add(LengthKeys[words switch { 0 => 0, 1 => 1, <= 3 => 2, <= 6 => 3, <= 12 => 4, <= 25 => 5, <= 50 => 6, _ => 7 }], default, default);
    }

    private void Gather(TokenStream stream, MentionField field, StarRuleBook book, StarConcepts concepts)
    {
        _wordCount = 0;
        _conceptCount = 0;
        var sentence = 0;
        var denied = 0;
        var asks = false;
        for (var i = 0; i < stream.Count && _wordCount < MaximumWords; i++)
        {
            ref readonly var token = ref stream[i];
            if (token.TakesPosition && token.Kind is not (TokenKind.Link or TokenKind.Handle or TokenKind.Email or TokenKind.List))
            {
                var folded = stream.Folded(token);
                var number = token.Kind == TokenKind.Number;
                // A number is a number: "28 patients" and "31 patients" are one thing.
                var hash = number ? Number : token.Hash;
                if (_wordCount == _words.Length) Array.Resize(ref _words, _wordCount * 2);
                _words[_wordCount++] = new WordAt(
                    hash,
                    number || folded.Length <= StemLength ? hash : TokenHash.Of(folded[..StemLength]),
                    new Evidence(field, token.Span),
                    sentence,
                    denied > 0);
                denied = book.Negations.Contains(token.Hash) ? NegationReach : denied - 1;
            }

            if (!StarSentences.EndsSentence(stream, i)) continue;
            if (token.Kind == TokenKind.Punctuation && stream.Folded(token)[0] == '?') asks = true;
            sentence++;
            denied = 0;
        }

        for (var i = 0; i < _wordCount; i++)
        {
            var key = 0ul;
            for (var j = i; j < _wordCount && j < i + StarConcepts.LongestPhrase && _words[j].Sentence == _words[i].Sentence; j++)
            {
                key = TokenHash.Combine(key, _words[j].Hash);
                foreach (var concept in concepts.Of(key))
                {
                    if (_conceptCount == _concepts.Length) Array.Resize(ref _concepts, _conceptCount * 2);
                    _concepts[_conceptCount++] = new ConceptAt(concept, i, j, _words[i].Sentence, _words[i].Denied);
                }
            }
        }

        if (asks) Add(TokenHash.Combine(Asks, 0), default, default);
    }

    private void AddWords()
    {
        for (var i = 0; i < _wordCount; i++)
        {
            ref readonly var word = ref _words[i];
            Add(TokenHash.Combine(Word, word.Hash), word.Where, word.Where);
            if (word.Stem != word.Hash) Add(TokenHash.Combine(Stem, word.Stem), word.Where, word.Where);
            if (word.Denied) Add(TokenHash.Combine(Denied, word.Stem), word.Where, word.Where);
            if (i + 1 >= _wordCount || _words[i + 1].Sentence != word.Sentence) continue;
            ref readonly var next = ref _words[i + 1];
            Add(TokenHash.Combine(TokenHash.Combine(Pair, word.Hash), next.Hash), word.Where, next.Where);
            if (i + 2 >= _wordCount || _words[i + 2].Sentence != word.Sentence) continue;
            ref readonly var third = ref _words[i + 2];
            Add(TokenHash.Combine(TokenHash.Combine(TokenHash.Combine(Triple, word.Hash), next.Hash), third.Hash), word.Where, third.Where);
        }
    }

    private void AddConcepts(ulong feeling)
    {
        var pairs = Math.Min(_conceptCount, 40);
        for (var i = 0; i < _conceptCount; i++)
        {
            ref readonly var one = ref _concepts[i];
            var (first, last) = (_words[one.First].Where, _words[one.Last].Where);
            Add(TokenHash.Combine(Concept, one.Id), first, last);
            Add(TokenHash.Combine(TokenHash.Combine(FeltConcept, one.Id), feeling), first, last);
            if (one.Denied) Add(TokenHash.Combine(DeniedConcept, one.Id), first, last);
            if (i >= pairs) continue;
            for (var j = i + 1; j < pairs; j++)
            {
                ref readonly var other = ref _concepts[j];
                if (other.First <= one.Last && other.Id == one.Id) continue;
                var (low, high) = one.Id < other.Id ? (one.Id, other.Id) : (other.Id, one.Id);
                var tag = one.Sentence == other.Sentence ? ConceptPair : FarPair;
                Add(TokenHash.Combine(TokenHash.Combine(tag, low), high), first, _words[other.Last].Where);
            }
        }
    }

    /// <summary>Adds a feature unless it is there already.</summary>
    private void Add(ulong key, Evidence first, Evidence last)
    {
        if (_count == _features.Length) Grow();
        var mask = _slots.Length - 1;
        var slot = (int)key & mask;
        while (_slots[slot].Generation == _generation)
        {
            if (_features[_slots[slot].Index].Key == key) return;
            slot = (slot + 1) & mask;
        }

        _slots[slot] = (_generation, _count);
        _features[_count++] = new StarFeature(key, first, last);
    }

    private void Grow()
    {
        Array.Resize(ref _features, _count * 2);
        _slots = new (int, int)[_features.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < _count; i++)
        {
            var slot = (int)_features[i].Key & mask;
            while (_slots[slot].Generation == _generation) slot = (slot + 1) & mask;
            _slots[slot] = (_generation, i);
        }
    }

    private static readonly ulong Number = TokenHash.Of("0");

    private readonly record struct WordAt(ulong Hash, ulong Stem, Evidence Where, int Sentence, bool Denied);

    private readonly record struct ConceptAt(ulong Id, int First, int Last, int Sentence, bool Denied);
}
