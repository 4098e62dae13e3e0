using System.Collections.Frozen;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>The hashes of the words without which no name is a patient's (clinical ones, and those for a number of the patient's own), as the tokenizer folds them.</summary>
internal static class PersonWords
{
    private static readonly FrozenSet<ulong> Hashes = CueTable.WordsWith(Cue.Clinical | Cue.Birth | Cue.Label | Cue.HospitalId)
        .SelectMany(word => new[] { word, word + "'s" })
        .Select(word => TokenStream.Of(word, TextDialect.Neutral)[0].Hash)
        .ToFrozenSet();

    public static bool Contains(ulong hash) => Hashes.Contains(hash);
}
