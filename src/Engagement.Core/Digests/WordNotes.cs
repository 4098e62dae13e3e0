using Engagement.Text;

namespace Engagement.Digests;

/// <summary>What a builder looks for among the words of a mention. Reused from mention to mention; not thread-safe.</summary>
internal sealed class WordNotes
{
    // A digest's figures need no more of a post than this; what follows changes neither its sense nor its words of note.
    private const int MostCharacters = 8_000;
    private const int MostWords = 600;

    private static readonly DigestWords Words = DigestWords.Shipped;
    private readonly TokenStream _stream = new();
    private readonly HashSet<ulong> _seen = [];
    private readonly List<int> _distinct = [];

    /// <summary>Whether it pledges something.</summary>
    public bool Pledges { get; private set; }

    /// <summary>n for Qn, -n for An, 0 for neither.</summary>
    public int Question { get; private set; }

    /// <summary>What there is to celebrate, as the number of an <see cref="AchievementKind"/>; -1 for nothing.</summary>
    public int Achievement { get; private set; }

    /// <summary>How many distinct words of note it has.</summary>
    public int Count => _distinct.Count;

    /// <summary>A distinct word of note, folded.</summary>
    public ReadOnlySpan<char> this[int index] => _stream.Folded(_stream[_distinct[index]]);

    public void Read(string text)
    {
        _seen.Clear();
        _distinct.Clear();
        (Pledges, Question, Achievement) = (false, 0, -1);
        if (text.Length == 0) return;
        _stream.Read(text.Length <= MostCharacters ? text : text[..MostCharacters], TextDialect.Neutral);
        var words = 0;
        for (var i = 0; i < _stream.Count && words < MostWords; i++)
        {
            ref readonly var token = ref _stream[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Hashtag)) continue;
            words++;
            var folded = _stream.Folded(token);
            if (Question == 0) Question = NumberOf(folded);
            if (Words.IsPledge(token)) Pledges = true;
            if (token.Kind != TokenKind.Word) continue;
            if (Achievement < 0) Achievement = Words.AchievementAt(_stream, i);
            if (folded.Length >= 3 && char.IsLetter(folded[0]) && !Words.IsCommon(token) && _seen.Add(token.Hash)) _distinct.Add(i);
        }
    }

    private static int NumberOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 3 || word[0] is not ('q' or 'a')) return 0;
        var number = 0;
        foreach (var c in word[1..])
        {
            if (!char.IsAsciiDigit(c)) return 0;
            number = (number * 10) + (c - '0');
        }

        return word[0] == 'q' ? number : -number;
    }
}
