namespace Engagement.Privacy;

/// <summary>A number written in groups, as far as one rule wants to read it: at most <see cref="Most"/> digits.</summary>
internal ref struct DigitGroups
{
    /// <summary>Longest number any rule looks for: a payment card's.</summary>
    public const int Most = 19;

    /// <summary>Most groups that are read: a number told digit by digit.</summary>
    public const int MostGroups = 12;

    private readonly Span<byte> _digits;
    private readonly Span<byte> _groups;

    private DigitGroups(Span<byte> digits, Span<byte> groups, int end, int groupCount, bool isWhole)
    {
        _digits = digits;
        _groups = groups;
        End = end;
        GroupCount = groupCount;
        IsWhole = isWhole;
    }

    /// <summary>Index after the last piece read.</summary>
    public int End { get; }

    public int GroupCount { get; }

    /// <summary>Whether the number stops there, and no digit or letter is stuck to it.</summary>
    public bool IsWhole { get; }

    public readonly int Count => _digits.Length;

    public readonly ReadOnlySpan<byte> Digits => _digits;

    public readonly int GroupLength(int group) => _groups[group];

    public readonly bool StartsWith(params ReadOnlySpan<byte> digits) => _digits.StartsWith(digits);

    /// <summary>Reads groups from <paramref name="index"/> until there are at least <paramref name="wanted"/> digits.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="index">A piece of digits.</param>
    /// <param name="wanted">How many digits to stop at.</param>
    /// <param name="digitBuffer">Room for <see cref="Most"/> + 1 digits.</param>
    /// <param name="groupBuffer">Room for <see cref="MostGroups"/> groups.</param>
    /// <param name="overSlashes">Whether a slash, too, parts groups.</param>
    public static DigitGroups Read(PieceList pieces, int index, int wanted, Span<byte> digitBuffer, Span<byte> groupBuffer, bool overSlashes = false)
    {
        var count = 0;
        var groups = 0;
        var end = index;
        for (var i = index; pieces.Is(i, PieceKind.Digits) && groups < MostGroups;)
        {
            var length = pieces[i].Length;
            if (count + length > Most) break;
            foreach (var c in pieces.Of(i)) digitBuffer[count++] = (byte)PieceList.ValueOf(c);
            groupBuffer[groups++] = (byte)length;
            end = i + 1;
            if (count >= wanted) break;
            i = NextGroup(pieces, i, overSlashes);
            if (i < 0) break;
        }

        var isWhole = !pieces.IsGlued(end) && !(NextGroup(pieces, end - 1) is var next and > 0 && !pieces[next].SpaceBefore && !IsSlash(pieces, end));
        return new DigitGroups(digitBuffer[..count], groupBuffer[..groups], end, groups, isWhole);
    }

    // A number goes on after one space, or after a hyphen, full stop or closing bracket.
    private static int NextGroup(PieceList pieces, int index, bool overSlashes = false)
    {
        if (pieces.Is(index + 1, PieceKind.Digits)) return index + 1;
        if (!pieces.Is(index + 1, PieceKind.Mark) || pieces[index + 1].Length > 1 || !pieces.Is(index + 2, PieceKind.Digits)) return -1;
        var mark = pieces.Source[pieces[index + 1].Start];
        if (mark is ')' or '-' or '_' or '\u2013' or '\u2010' or '\u2011' or '\u2212') return index + 2;
        return (mark is '.' || (overSlashes && mark is '/')) && !pieces[index + 1].SpaceBefore && !pieces[index + 2].SpaceBefore ? index + 2 : -1;
    }

    private static bool IsSlash(PieceList pieces, int index) => pieces.IsMark(index, '/');
}
