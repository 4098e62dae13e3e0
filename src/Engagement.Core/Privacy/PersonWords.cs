using System.Collections.Frozen;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>The hashes of the words that may announce a patient's name, as the tokenizer folds them.</summary>
internal static class PersonWords
{
    private static readonly FrozenSet<ulong> Hashes = CueTable.WordsWith(Cue.Kin | Cue.Patient | Cue.Honorific)
        .SelectMany(word => new[] { word, word + "'s" })
        .Select(word => TokenStream.Of(word, TextDialect.Neutral)[0].Hash)
        .ToFrozenSet();

    public static bool Contains(ulong hash) => Hashes.Contains(hash);
}
