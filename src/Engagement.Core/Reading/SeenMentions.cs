namespace Engagement.Reading;

internal sealed class SeenMentions(int horizon)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public string? Fold(Mention mention, string? key)
    {
        _ = (horizon, key);
        if (mention.RepostOf is { } original && _seen.Contains(original)) return original;
        return _seen.Add(mention.Id) ? null : mention.Id;
    }
}
