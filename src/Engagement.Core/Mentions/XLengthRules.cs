namespace Engagement.Mentions;

/// <summary>How X weighs the characters of a post. The three published configurations are <see cref="Version1"/> to <see cref="Version3"/>.</summary>
public sealed record XLengthRules
{
    private static readonly (int First, int Last)[] LightSince2017 = [(0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037)];

    private XLengthRules()
    {
    }

    /// <summary>Until 2017: 140 characters, each weighs the same.</summary>
    public static XLengthRules Version1 { get; } = new() { Maximum = 140, Scale = 1, DefaultWeight = 1, LightWeight = 1 };

    /// <summary>From 2017: 280, and characters outside Latin and its neighbours count twice.</summary>
    public static XLengthRules Version2 { get; } = new() { Maximum = 280, Scale = 100, DefaultWeight = 200, LightWeight = 100, LightRanges = LightSince2017 };

    /// <summary>From 2018, the one in force: every emoji counts as two, however long its sequence.</summary>
    public static XLengthRules Version3 { get; } = Version2 with { EmojiCountAsOne = true };

    /// <summary>Longest valid post, in weighted characters.</summary>
    public int Maximum { get; private init; }

    /// <summary>What a link weighs, in weighted characters, whatever its length: 23.</summary>
    public int LinkLength { get; private init; } = 23;

    internal int Scale { get; private init; }

    internal int DefaultWeight { get; private init; }

    internal int LightWeight { get; private init; }

    internal (int First, int Last)[] LightRanges { get; private init; } = [];

    internal bool EmojiCountAsOne { get; private init; }

    internal int WeightOf(int codePoint)
    {
        foreach (var (first, last) in LightRanges)
        {
            if (codePoint >= first && codePoint <= last) return LightWeight;
        }

        return DefaultWeight;
    }
}
