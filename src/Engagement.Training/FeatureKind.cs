namespace Engagement.Training;

/// <summary>What a feature of <see cref="FeatureCollector"/> is made of.</summary>
internal enum FeatureKind
{
    /// <summary>A word by itself.</summary>
    Word,

    /// <summary>A word in the context of feedback, of a question or of a negation.</summary>
    WordInContext,

    /// <summary>Characters within a word.</summary>
    Part,

    /// <summary>Two or three words.</summary>
    Sequence,

    /// <summary>What the lexicon and its rules say.</summary>
    Rule,

    /// <summary>A word or rule as one source alone uses it: learned beside the shared one, and not shipped.</summary>
    OfSource,
}
