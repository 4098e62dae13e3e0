using System.Globalization;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>The pieces of a text, with the questions that rules ask about the neighbourhood of one.</summary>
internal sealed class PieceList
{
    private readonly List<Piece> _pieces;

    public PieceList(TokenStream stream)
    {
        Source = stream.Source;
        _pieces = new List<Piece>(stream.Count + 8);
        var linkEnd = 0;
        foreach (ref readonly var token in stream.Tokens)
        {
            // A link is left whole also where its domain is none that the tokenizer knows.
            if (token.End >= linkEnd && Source.AsSpan(token.End).StartsWith("://", StringComparison.Ordinal)) linkEnd = EndOfWord(token.End);
            if (token.Start < linkEnd)
            {
                Add(token.Start, token.End, PieceKind.Opaque);
                continue;
            }

            switch (token.Kind)
            {
                case TokenKind.Word when !HasDigitOrSeparator(token):
                    Add(token.Start, token.End, PieceKind.Letters, CueTable.Of(token.Hash));
                    break;
                case TokenKind.Word or TokenKind.Number:
                    Split(token.Start, token.End);
                    break;
                case TokenKind.Punctuation:
                    Add(token.Start, token.End, PieceKind.Mark);
                    break;
                case TokenKind.Hashtag:
                    // "#NHS 485 777 3456": nothing to look into, yet it says what comes.
                    Add(token.Start, token.End, PieceKind.Opaque, CueTable.Of(Source.AsSpan(token.Start + 1, token.End - token.Start - 1)));
                    break;
                default:
                    Add(token.Start, token.End, PieceKind.Opaque);
                    break;
            }
        }
    }

    public string Source { get; }

    public int Count => _pieces.Count;

    public Piece this[int index] => _pieces[index];

    public ReadOnlySpan<char> Of(int index) => Source.AsSpan(_pieces[index].Start, _pieces[index].Length);

    public bool Is(int index, PieceKind kind) => index >= 0 && index < Count && _pieces[index].Kind == kind;

    public bool IsMark(int index, char mark) => Is(index, PieceKind.Mark) && Source[_pieces[index].Start] == mark;

    public bool Has(int index, Cue cue) => index >= 0 && index < Count && (_pieces[index].Cue & cue) != 0;

    /// <summary>Whether the piece is stuck to the one before it: no white space and no mark between.</summary>
    public bool IsGlued(int index) =>
        index > 0 && index < Count && !_pieces[index].SpaceBefore && _pieces[index - 1].Kind is not PieceKind.Mark && _pieces[index].Kind is not PieceKind.Mark;

    /// <summary>The same, but for a word that says what the number is: <c>mrn1182045</c>, <c>number07700 900159</c>.</summary>
    public bool IsStuck(int index) =>
        IsGlued(index) && !Has(index - 1, Cue.Nhs | Cue.Label | Cue.HospitalId | Cue.Phone | Cue.Birth | Cue.SortCode | Cue.Account | Cue.Card);

    public bool IsCapitalized(int index) => Is(index, PieceKind.Letters) && char.IsUpper(Source[_pieces[index].Start]);

    /// <summary>The index of the nearest word with one of the cues among the <paramref name="words"/> words before <paramref name="index"/>; -1 when there is none.</summary>
    public int Before(int index, Cue cue, int words, bool withinSentence = false)
    {
        for (var i = index - 1; i >= 0 && words > 0; i--)
        {
            if (withinSentence && IsSentenceEnd(i)) return -1;
            if (_pieces[i].Kind == PieceKind.Mark) continue;
            if ((_pieces[i].Cue & cue) != 0) return i;
            words--;
        }

        return -1;
    }

    /// <summary>The same after <paramref name="index"/>.</summary>
    public int After(int index, Cue cue, int words, bool withinSentence = false)
    {
        for (var i = index + 1; i < Count && words > 0; i++)
        {
            if (withinSentence && IsSentenceEnd(i)) return -1;
            if (_pieces[i].Kind == PieceKind.Mark) continue;
            if ((_pieces[i].Cue & cue) != 0) return i;
            words--;
        }

        return -1;
    }

    /// <summary>A full stop, question or exclamation mark with white space (or nothing) after it.</summary>
    public bool IsSentenceEnd(int index) =>
        Is(index, PieceKind.Mark) && Source[_pieces[index].Start] is '.' or '!' or '?' && (index + 1 == Count || _pieces[index + 1].SpaceBefore);

    private int EndOfWord(int index)
    {
        while (index < Source.Length && !char.IsWhiteSpace(Source[index])) index++;
        return index;
    }

    /// <summary>The digit that a character of a <see cref="PieceKind.Digits"/> piece stands for: the letter O for a nought.</summary>
    public static int ValueOf(char c) => c is 'O' or 'o' ? 0 : DigitOf(c);

    public static int DigitOf(char c) => char.IsAsciiDigit(c) ? c - '0' : c > '\u065F' ? CharUnicodeInfo.GetDecimalDigitValue(c) : -1;

    private void Split(int start, int end)
    {
        var hasLetterNoughts = HasLetterNoughts(start, end);
        for (var i = start; i < end;)
        {
            var from = i;
            if (IsDigit(i))
            {
                while (i < end && IsDigit(i)) i++;
                Add(from, i, PieceKind.Digits);
            }
            else if (IsSeparator(Source[i]))
            {
                Add(from, ++i, PieceKind.Mark);
            }
            else
            {
                while (i < end && DigitOf(Source[i]) < 0 && !IsSeparator(Source[i])) i++;
                Add(from, i, PieceKind.Letters);
            }
        }

        bool IsDigit(int at) => DigitOf(Source[at]) >= 0 || (hasLetterNoughts && Source[at] is 'O' or 'o');
    }

    // "O7700 900154", "077OO": digits and the letter O alone, and enough of the former.
    private bool HasLetterNoughts(int start, int end)
    {
        var digits = 0;
        var hasLetter = false;
        for (var i = start; i < end; i++)
        {
            if (DigitOf(Source[i]) >= 0) digits++;
            else if (Source[i] is 'O' or 'o') hasLetter = true;
            else if (!IsSeparator(Source[i])) return false;
        }

        return hasLetter && digits >= 3;
    }

    private bool HasDigitOrSeparator(in Token token)
    {
        foreach (var c in Source.AsSpan(token.Start, token.End - token.Start))
        {
            if (DigitOf(c) >= 0 || IsSeparator(c)) return true;
        }

        return false;
    }

    // What a token may hold inside besides letters, digits and apostrophes: 7.30, 12/03/1951, 2:1. "A&E" and "d.o.b" stay whole where no digit is beside.
    private static bool IsSeparator(char c) => c is '.' or '/' or ':' or ',' or '-' or '_' or '+' or '\u2013' or '\u2010' or '\u2011' or '\u2212';

    private void Add(int start, int end, PieceKind kind) =>
        Add(start, end, kind, kind == PieceKind.Letters ? CueTable.Of(Source.AsSpan(start, end - start)) : Cue.None);

    private void Add(int start, int end, PieceKind kind, Cue cue)
    {
        var spaceBefore = _pieces.Count == 0 || _pieces[^1].End < start;
        _pieces.Add(new Piece(start, end, kind, cue, spaceBefore));
    }
}
