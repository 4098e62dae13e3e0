using Engagement.Mentions;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>Answers one query by walking its tree over the tokens of a mention: for single queries, evidence and explanations.</summary>
internal sealed class TreeMatcher
{
    private static readonly MentionField[] AnywhereFields = [MentionField.Title, MentionField.Text];
    private static readonly MentionField[] TitleFields = [MentionField.Title];
    private static readonly MentionField[] BiographyFields = [MentionField.Biography];
    private static readonly MentionField[] PlaceFields = [MentionField.Place];

    private readonly Proximity _proximity = new();
    private readonly TokenStream _names = new();

    /// <summary>The parts of a mention that a scope covers, in the order of evidence.</summary>
    public static MentionField[] FieldsOf(TextScope scope) => scope switch
    {
        TextScope.Title => TitleFields,
        TextScope.Biography => BiographyFields,
        TextScope.Place => PlaceFields,
        _ => AnywhereFields,
    };

    /// <summary>Whether the tree holds for the mention.</summary>
    public bool Holds(QueryNode node, ParsedMention mention)
    {
        switch (node)
        {
            case AndNode and:
                foreach (var child in and.Children)
                {
                    if (!Holds(child, mention)) return false;
                }

                return true;
            case OrNode or:
                foreach (var child in or.Children)
                {
                    if (Holds(child, mention)) return true;
                }

                return false;
            case NotNode not:
                return !Holds(not.Child, mention);
            case FieldNode field:
                return field.Test.Holds(mention, _names);
            case NearNode near:
                foreach (var part in FieldsOf(near.Scope))
                {
                    if (_proximity.IsNear(mention.StreamOf(part), near)) return true;
                }

                return false;
            default:
                var sequence = (SequenceNode)node;
                foreach (var part in FieldsOf(sequence.Scope))
                {
                    if (Holds(sequence, mention.StreamOf(part))) return true;
                }

                return false;
        }
    }

    /// <summary>The words by which a tree that holds does so, in the order title, text, place, biography; NOT has none.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(QueryNode node, ParsedMention mention)
    {
        var evidence = new List<Evidence>();
        Collect(node, mention, evidence);
        return InOrder(evidence);
    }

    /// <summary>The words by which a leaf holds, in no order.</summary>
    public void CollectLeaf(QueryNode node, ParsedMention mention, List<Evidence> evidence)
    {
        switch (node)
        {
            case FieldNode field:
                field.Test.AddEvidence(mention, evidence);
                break;
            case NearNode near:
                foreach (var part in FieldsOf(near.Scope))
                {
                    var stream = mention.StreamOf(part);
                    var pairs = new List<Interval>();
                    _proximity.CollectNear(stream, near, pairs);
                    foreach (var item in pairs) evidence.Add(new Evidence(part, SpanOf(stream, item.FirstToken, item.LastToken)));
                }

                break;
            case SequenceNode sequence:
                foreach (var part in FieldsOf(sequence.Scope)) CollectSequence(sequence, mention.StreamOf(part), part, evidence);
                break;
        }
    }

    /// <summary>Each once, in the order of evidence. Puts the list in order.</summary>
    public static IReadOnlyList<Evidence> InOrder(List<Evidence> evidence)
    {
        if (evidence.Count == 0) return [];
        if (evidence.Count == 1) return [evidence[0]];
        evidence.Sort(static (a, b) => a.Field != b.Field ? RankOf(a.Field) - RankOf(b.Field)
            : a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
            : a.Span.End.CompareTo(b.Span.End));
        var kept = 1;
        for (var i = 1; i < evidence.Count; i++)
        {
            if (evidence[i] != evidence[kept - 1]) evidence[kept++] = evidence[i];
        }

        return [.. System.Runtime.InteropServices.CollectionsMarshal.AsSpan(evidence)[..kept]];
    }

    private bool Collect(QueryNode node, ParsedMention mention, List<Evidence> evidence)
    {
        switch (node)
        {
            case AndNode and:
                var before = evidence.Count;
                foreach (var child in and.Children)
                {
                    if (Collect(child, mention, evidence)) continue;
                    evidence.RemoveRange(before, evidence.Count - before);
                    return false;
                }

                return true;
            case OrNode or:
                var any = false;
                foreach (var child in or.Children) any |= Collect(child, mention, evidence);
                return any;
            case NotNode not:
                return !Holds(not.Child, mention);
            default:
                if (!Holds(node, mention)) return false;
                CollectLeaf(node, mention, evidence);
                return true;
        }
    }

    private bool Holds(SequenceNode sequence, TokenStream stream)
    {
        if (sequence.Slop != SequenceNode.Exact) return _proximity.IsWithin(stream, sequence, out _, out _);
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].TakesPosition && Phrases.EndOf(stream, i, sequence.Terms) >= 0) return true;
        }

        return false;
    }

    private void CollectSequence(SequenceNode sequence, TokenStream stream, MentionField part, List<Evidence> evidence)
    {
        if (sequence.Slop != SequenceNode.Exact)
        {
            CollectWindow(_proximity, sequence, stream, part, evidence);
            return;
        }

        for (var i = 0; i < stream.Count; i++)
        {
            if (!stream[i].TakesPosition) continue;
            var last = Phrases.EndOf(stream, i, sequence.Terms);
            if (last >= 0) evidence.Add(new Evidence(part, SpanOf(stream, i, last)));
        }
    }

    /// <summary>The words of the first window of each part, in no order.</summary>
    public static void CollectWindow(Proximity proximity, SequenceNode window, ParsedMention mention, List<Evidence> evidence)
    {
        foreach (var part in FieldsOf(window.Scope)) CollectWindow(proximity, window, mention.StreamOf(part), part, evidence);
    }

    private static void CollectWindow(Proximity proximity, SequenceNode window, TokenStream stream, MentionField part, List<Evidence> evidence)
    {
        if (!proximity.IsWithin(stream, window, out var first, out var last)) return;
        for (var i = first; i <= last; i++)
        {
            if (stream[i].TakesPosition && AnyAccepts(window.Terms, stream, i)) evidence.Add(new Evidence(part, stream[i].Span));
        }
    }

    private static bool AnyAccepts(Term[] terms, TokenStream stream, int token)
    {
        foreach (var term in terms)
        {
            if (term.Accepts(stream, stream[token])) return true;
        }

        return false;
    }

    private static TextSpan SpanOf(TokenStream stream, int first, int last) => new(stream[first].Start, stream[last].End);

    private static int RankOf(MentionField field) => field switch
    {
        MentionField.Title => 0,
        MentionField.Text => 1,
        MentionField.Place => 2,
        MentionField.Biography => 3,
        MentionField.Handle => 4,
        _ => 5,
    };
}
