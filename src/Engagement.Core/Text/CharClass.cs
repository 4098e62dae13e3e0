namespace Engagement.Text;

/// <summary>What the tokenizer knows of a code point. The letters of the data file are in its header.</summary>
[Flags]
internal enum CharClass : ushort
{
    None = 0,
    Letter = 1,
    Mark = 1 << 1,
    Digit = 1 << 2,
    OtherNumber = 1 << 3,
    Upper = 1 << 4,
    Space = 1 << 5,
    LineBreak = 1 << 6,
    Punctuation = 1 << 7,

    /// <summary>Letter or mark of a script written without spaces: one token a code point.</summary>
    Unspaced = 1 << 8,

    /// <summary>Emoji by itself.</summary>
    Emoji = 1 << 9,

    /// <summary>Emoji only when U+FE0F follows.</summary>
    EmojiIfAsked = 1 << 10,

    /// <summary>Format character or variation selector: seen by nobody.</summary>
    Format = 1 << 11,

    /// <summary>Format character that does not end a word.</summary>
    Joining = 1 << 12,

    /// <summary>Accent or point that folding drops.</summary>
    Dropped = 1 << 13,

    /// <summary>What words and numbers are made of.</summary>
    WordPart = Letter | Mark | Digit | OtherNumber,
}
