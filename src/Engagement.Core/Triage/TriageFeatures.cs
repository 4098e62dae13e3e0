using Engagement.Mentions;

namespace Engagement.Triage;

/// <summary>All features of a text with their places: for training, and to show what a finding rests on.</summary>
internal readonly struct TriageFeatures : ITriageSink
{
    private readonly TriageIdeas _ideas;
    private readonly List<TriageFeature> _found;
    private readonly (int First, int Last)[] _places;

    private TriageFeatures(TriageIdeas ideas)
    {
        _ideas = ideas;
        _found = [];
        _places = new (int, int)[TriageIdeas.Most];
    }

    /// <summary>The features of a text, and how many words were looked at.</summary>
    public static (IReadOnlyList<TriageFeature> Features, int Words) Of(ParsedMention mention, TriageIdeas ideas)
    {
        var sink = new TriageFeatures(ideas);
        var words = TriageScan.Read(mention, ideas, ref sink);
        return (sink._found, words);
    }

    public void Word(ulong key, int at) => _found.Add(new TriageFeature(key, at, at, at, at));

    public void Seen(UInt128 ideas, int first, int last)
    {
        for (; ideas != 0; ideas &= ideas - 1) _places[TriageScan.NumberOf(ideas)] = (first, last);
    }

    public void Idea(int idea)
    {
        var (first, last) = _places[idea];
        _found.Add(new TriageFeature(TriageScan.KeyOf(_ideas.Names[idea]), first, last, first, last));
    }

    public void Pair(int low, int high)
    {
        var (first, last) = _places[low];
        var (otherFirst, otherLast) = _places[high];
        _found.Add(new TriageFeature(TriageScan.KeyOf(_ideas.Names[low], _ideas.Names[high]), first, last, otherFirst, otherLast));
    }
}
