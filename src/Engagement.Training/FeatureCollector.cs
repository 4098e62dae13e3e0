using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Training;

/// <summary>Writes down the features of one mention, for training.</summary>
/// <param name="known">Words that are known already, so that their parts are not looked at; null for none.</param>
internal sealed class FeatureCollector(NgramTable? known = null)
{
    private readonly SentimentFeatures _features = new();
    private readonly LexiconPass _pass = new();
    private readonly Lexicon _lexicon = Lexicon.Create(null);
    private ulong _source;

    /// <summary>Features that count by the scale of the text.</summary>
    public List<ulong> Scaled { get; } = [];

    /// <summary>Features of the text as a whole, which count fully.</summary>
    public List<ulong> Whole { get; } = [];

    /// <summary>What each feature is made of, over all mentions read.</summary>
    public Dictionary<ulong, FeatureKind> Kinds { get; } = [];

    /// <summary>Words of the text with the parts that belong to them, as ranges of <see cref="Scaled"/>.</summary>
    public List<(ulong Word, int FirstPart, int EndPart)> Words { get; } = [];

    /// <summary>What a scaled feature of the mention counts, in [0, 1].</summary>
    public double Scale { get; private set; }

    /// <summary>Reads a mention.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="source">Key of the source whose words and rules are also written down as its own; 0 for none.</param>
    public void Read(Mention mention, ulong source = 0)
    {
        _source = source;
        Scaled.Clear();
        Whole.Clear();
        Words.Clear();
        var parsed = MentionParser.Default.Parse(mention);
        _pass.Read(_lexicon, parsed.Text, mention.Asked);
        Scale = SentimentFeatures.ScaleOf(parsed.Text.PositionCount) / (double)SentimentFeatures.FullScale;
        var sink = new Sink(this, parsed.Text);
        SentimentFeatures.EmitBias(mention, ref sink);
        if (parsed.Text.Count > 0) _features.Emit(parsed, MentionField.Text, _pass, ref sink);
        sink.EndWord();
    }

    private bool Knows(ulong key) => known is not null && known.TryFind(key, out _, out _);

    private ref struct Sink(FeatureCollector owner, TokenStream stream) : IFeatureSink
    {
        private ulong _word;
        private int _firstPart;
        private bool _open;

        public bool Word(ulong key, int token)
        {
            EndWord();
            var rare = HasDigit(token);
            if (!rare) Add(key, FeatureKind.Word);
            (_word, _firstPart, _open) = (key, owner.Scaled.Count, !rare);
            return rare || owner.Knows(key);
        }

        public readonly void Part(ulong key, int token) => Add(key, FeatureKind.Part);

        public void Sequence(ulong key, ReadOnlySpan<int> tokens)
        {
            EndWord();
            foreach (var token in tokens)
            {
                if (HasDigit(token)) return;
            }

            Add(key, tokens.Length == 1 ? FeatureKind.WordInContext : FeatureKind.Sequence);
        }

        public readonly void Hit(int rule, in LexiconHit hit) => Add(SentimentRules.KeyOf(rule), FeatureKind.Rule);

        public readonly void Whole(int rule)
        {
            Add(owner.Whole, SentimentRules.KeyOf(rule), FeatureKind.Rule);
        }

        public void EndWord()
        {
            if (_open && owner.Scaled.Count > _firstPart) owner.Words.Add((_word, _firstPart, owner.Scaled.Count));
            _open = false;
        }

        private readonly void Add(ulong key, FeatureKind kind) => Add(owner.Scaled, key, kind);

        private readonly void Add(List<ulong> features, ulong key, FeatureKind kind)
        {
            features.Add(key);
            owner.Kinds.TryAdd(key, kind);
            if (owner._source == 0 || kind is FeatureKind.Part or FeatureKind.Sequence) return;
            var own = NgramHash.In(owner._source, key);
            features.Add(own);
            owner.Kinds.TryAdd(own, FeatureKind.OfSource);
        }

        // A number stands for all numbers; a word with a digit in it could be anybody's.
        private readonly bool HasDigit(int token)
        {
            ref readonly var word = ref stream[token];
            if (word.Kind == TokenKind.Number) return false;
            foreach (var c in stream.Folded(word))
            {
                if (char.IsDigit(c)) return true;
            }

            return false;
        }
    }
}
