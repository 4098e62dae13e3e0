using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// Emoticons, found in the characters of the text where a punctuation token begins: a tokenizer cuts <c>:-)</c> into pieces, and
/// what matters is the picture.
/// </summary>
internal sealed class EmoticonTable
{
    private const int LongestAllowed = 10;

    private readonly Dictionary<ulong, short> _valences = [];

    // The first two characters of every emoticon, ASCII by ASCII: nearly all punctuation ends here.
    private readonly bool[] _pairs = new bool[128 * 128];
    private int _longest;

    /// <summary>Adds or replaces an emoticon.</summary>
    /// <returns>False when the entry does not begin with an ASCII punctuation mark and another ASCII character, or is too long, and so can never be found.</returns>
    public bool Add(string emoticon, short valence)
    {
        if (emoticon.Length is < 2 or > LongestAllowed || emoticon[0] >= 128 || emoticon[1] >= 128 || char.IsLetterOrDigit(emoticon[0])) return false;
        _valences[TokenHash.Of(emoticon.ToLowerInvariant())] = valence;
        var second = char.ToLowerInvariant(emoticon[1]);
        _pairs[(emoticon[0] * 128) + second] = true;
        if (second is >= 'a' and <= 'z') _pairs[(emoticon[0] * 128) + second - 32] = true;
        _longest = Math.Max(_longest, emoticon.Length);
        return true;
    }

    /// <summary>The longest emoticon at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of its first character.</param>
    /// <param name="end">Offset after its last character.</param>
    /// <param name="valence">Its valence in hundredths.</param>
    public bool TryFind(string text, int start, out int end, out short valence)
    {
        end = start;
        valence = 0;
        var first = text[start];
        if (first >= 128 || start + 1 >= text.Length || text[start + 1] >= 128 || !_pairs[(first * 128) + text[start + 1]]) return false;
        Span<char> folded = stackalloc char[LongestAllowed];
        var length = 0;
        for (var i = start; i < text.Length && length < _longest && !char.IsWhiteSpace(text[i]); i++) folded[length++] = char.ToLowerInvariant(text[i]);
        for (; length >= 2; length--)
        {
            // "<3" must not be cut out of "<30", nor ":p" out of ":pm"; repeats of the last mark (":))))") belong to the picture.
            var next = start + length < text.Length ? text[start + length] : ' ';
            if (char.IsLetterOrDigit(folded[length - 1]) && char.IsLetterOrDigit(next)) continue;
            if (!_valences.TryGetValue(TokenHash.Of(folded[..length]), out valence)) continue;
            // A colon right after a word, with a letter behind it, is a list ("Food:poor"); ":D" is set off by a space.
            if (char.IsLetter(folded[length - 1]) && start > 0 && char.IsLetterOrDigit(text[start - 1])) continue;
            end = start + length;
            return true;
        }

        return false;
    }
}
