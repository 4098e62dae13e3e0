using Engagement.Text;

namespace Engagement.Reading;

/// <summary>Knows the campaigns and chats of a profile by their hashtags.</summary>
internal sealed class TaggedCampaigns
{
    private readonly Dictionary<string, List<string>> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _order = [];

    public TaggedCampaigns(TrustProfile profile)
    {
        _lookup = _byTag.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var campaign in profile.Campaigns) Add(campaign.Hashtag, campaign.Id);
        foreach (var chat in profile.Chats) Add(chat.Hashtag, chat.Id);
    }

    /// <summary>Keys of those whose hashtag the mention carries, in the profile's order.</summary>
    public IReadOnlyList<string> Of(ParsedMention mention)
    {
        if (_byTag.Count == 0) return [];
        HashSet<string>? found = null;
        Collect(mention.Title, ref found);
        Collect(mention.Text, ref found);
        return found is null ? [] : [.. _order.Where(found.Contains)];
    }

    private void Collect(TokenStream stream, ref HashSet<string>? found)
    {
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind != TokenKind.Hashtag || !_lookup.TryGetValue(stream.Folded(token), out var keys)) continue;
            found ??= new HashSet<string>(StringComparer.Ordinal);
            found.UnionWith(keys);
        }
    }

    // The profile's tags are folded by the very tokenizer that folds the posts'.
    private void Add(string hashtag, string key)
    {
        _order.Add(key);
        var stream = TokenStream.Of("#" + hashtag, TextDialect.X);
        if (stream.Count == 0) return;
        var folded = stream.Folded(stream[0]).ToString();
        if (!_byTag.TryGetValue(folded, out var keys)) _byTag.Add(folded, keys = []);
        keys.Add(key);
    }
}
