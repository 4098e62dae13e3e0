namespace Engagement.Text;

/// <summary>What a <see cref="Token"/> is. From <see cref="Handle"/> on, the token is an entity.</summary>
public enum TokenKind : byte
{
    /// <summary>A word: letters and marks with inner apostrophes, also <c>C++</c>, <c>A&amp;E</c>; one character of unspaced script (CJK, Thai).</summary>
    Word,

    /// <summary>Starts with a digit: <c>7</c>, <c>7.30pm</c>, <c>2:1</c>, <c>24/7</c>, <c>3rd</c>.</summary>
    Number,

    /// <summary>A run of one punctuation or symbol character (<c>!!!</c> is one token). Takes no position.</summary>
    Punctuation,

    /// <summary><c>@name</c>, as the platform writes it.</summary>
    Handle,

    /// <summary><c>@user/list</c> of X.</summary>
    List,

    /// <summary><c>#tag</c>.</summary>
    Hashtag,

    /// <summary><c>$ABC</c>.</summary>
    Cashtag,

    /// <summary>A link, with or without protocol.</summary>
    Link,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One emoji, sequences (flags, keycaps, families, skin tones) as one token.</summary>
    Emoji,
}
