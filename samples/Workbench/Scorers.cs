using Engagement.Sentiment;

namespace Workbench;

internal static class Scorers
{
    /// <summary>The scorer that <c>--scorer</c> names: hybrid, lexicon, or a model file.</summary>
    public static ISentimentScorer Of(string name, LexiconOverrides? overrides) => name switch
    {
        "hybrid" => HybridSentimentScorer.Create(overrides),
        "lexicon" => LexiconSentimentScorer.Create(overrides),
        _ => HybridSentimentScorer.Create(ReadModel(name), overrides),
    };

    private static SentimentModel ReadModel(string path)
    {
        try
        {
            return SentimentModel.TryLoad(File.ReadAllBytes(path), out var model, out var reason)
                ? model!
                : throw new WrongArgumentsException($"--scorer: {path}: {reason}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentsException($"--scorer: {path}: {failure.Message}");
        }
    }
}
