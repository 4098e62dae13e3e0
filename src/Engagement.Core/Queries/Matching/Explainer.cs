using System.Globalization;
using Engagement.Mentions;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>Says of each part of a query why it holds for a mention, or why not.</summary>
internal sealed class Explainer(ParsedMention mention)
{
    // Further than any post is long.
    private const int Anywhere = int.MaxValue / 2;

    private readonly TreeMatcher _matcher = new();

    public static IReadOnlyList<QueryNode> ChildrenOf(QueryNode node) => node switch
    {
        AndNode and => and.Children,
        OrNode or => or.Children,
        NotNode not => [not.Child],
        _ => [],
    };

    public QueryExplanation Explain(QueryNode node)
    {
        var children = ChildrenOf(node).Select(Explain).ToArray();
        var matched = node switch
        {
            AndNode => children.All(child => child.Matched),
            OrNode => children.Any(child => child.Matched),
            NotNode => !children[0].Matched,
            _ => _matcher.Holds(node, mention),
        };
        var evidence = new List<Evidence>();
        if (matched && node is AndNode or OrNode) evidence.AddRange(children.Where(child => child.Matched).SelectMany(child => child.Evidence));
        else if (matched && node is not NotNode) _matcher.CollectLeaf(node, mention, evidence);
        return new QueryExplanation(
            NameOf(node), CanonicalWriter.Write(node), node.Span, matched, TreeMatcher.InOrder(evidence), matched ? null : WhyNot(node, children), children);
    }

    private static string NameOf(QueryNode node) => node switch
    {
        AndNode => "AND",
        OrNode => "OR",
        NotNode => "NOT",
        NearNode => "NEAR",
        FieldNode => "field",
        SequenceNode { Terms.Length: 1 } => "word",
        SequenceNode { Slop: SequenceNode.Exact } => "phrase",
        _ => "window",
    };

    private string WhyNot(QueryNode node, QueryExplanation[] children) => node switch
    {
        AndNode => WhyNotAll(children.Count(child => !child.Matched), children.Length),
        OrNode => string.Create(CultureInfo.InvariantCulture, $"None of the {children.Length} alternatives holds."),
        NotNode { Child: SequenceNode or NearNode } not => $"“{CanonicalWriter.Write(not.Child)}” is there, and posts with it are left out.",
        NotNode not => $"“{CanonicalWriter.Write(not.Child)}” holds, and posts for which it does are left out.",
        NearNode near => WhyNotNear(near),
        FieldNode field => WhyNotField(field.Test),
        _ => WhyNotSequence((SequenceNode)node),
    };

    private static string WhyNotAll(int missing, int all) => missing == all
        ? string.Create(CultureInfo.InvariantCulture, $"None of the {all} parts that must all hold does.")
        : string.Create(CultureInfo.InvariantCulture, $"{missing} of the {all} parts that must all hold {(missing == 1 ? "does" : "do")} not.");

    private string WhyNotSequence(SequenceNode sequence)
    {
        foreach (var term in sequence.Terms)
        {
            if (!Has(term, sequence.Scope)) return WhyNotWord(term, sequence.Scope);
        }

        return sequence.Slop == SequenceNode.Exact
            ? "All of the words are there, but not one after the other."
            : string.Create(CultureInfo.InvariantCulture, $"All of the words are there, but not each by itself with at most {sequence.Slop} other{(sequence.Slop == 1 ? "" : "s")} among them.");
    }

    private string WhyNotWord(Term term, TextScope scope)
    {
        var word = CanonicalWriter.Spelling(term);
        var place = scope switch
        {
            TextScope.Title => "the title",
            TextScope.Biography => "the author's profile",
            TextScope.Place => "the place that the source names",
            _ => "the title or text",
        };
        if (term.Exact is not null && Has(new Term(term.Folded, term.Shape, term.Kind, null), scope))
        {
            return $"“{word}” stands in {place}, but not in exactly these capitals.";
        }

        if (term.Shape == TermShape.Whole)
        {
            foreach (var part in TreeMatcher.FieldsOf(scope))
            {
                var stream = mention.StreamOf(part);
                foreach (ref readonly var token in stream.Tokens)
                {
                    if (token.Hash == term.Hash && token.IsEntity && stream.Folded(token).SequenceEqual(term.Folded))
                    {
                        return $"“{word}” stands in {place} only as “{stream.Original(token)}”.";
                    }
                }
            }
        }

        return $"“{word}” does not stand in {place}.";
    }

    private bool Has(Term term, TextScope scope)
    {
        foreach (var part in TreeMatcher.FieldsOf(scope))
        {
            var stream = mention.StreamOf(part);
            foreach (ref readonly var token in stream.Tokens)
            {
                if (token.TakesPosition && term.Accepts(stream, token)) return true;
            }
        }

        return false;
    }

    private string WhyNotNear(NearNode near)
    {
        if (!near.Left.Any(side => _matcher.Holds(side, mention))) return $"{Side(near.Left)} is not there.";
        if (!near.Right.Any(side => _matcher.Holds(side, mention))) return $"{Side(near.Right)} is not there.";
        if (near.Ordered && IsNear(near, near.Distance, ordered: false))
        {
            return $"Both are there and near each other, but {Side(near.Left)} does not come first.";
        }

        // However far apart: then it is the distance or the order, else there are no two of them in one part of the post.
        if (IsNear(near, Anywhere, ordered: false))
        {
            return string.Create(CultureInfo.InvariantCulture, $"Both are there, but not in one field with at most {near.Distance} other word{(near.Distance == 1 ? "" : "s")} between.");
        }

        foreach (var part in TreeMatcher.FieldsOf(near.Scope))
        {
            if (IsIn(part, near.Left) && IsIn(part, near.Right)) return $"{Side(near.Left)} and {Side(near.Right)} are there only in the same words; NEAR joins two that stand apart.";
        }

        return "Both are there, but not in one field.";
    }

    private bool IsNear(NearNode near, int distance, bool ordered) =>
        _matcher.Holds(new NearNode(near.Span, near.Left, near.Right, distance, ordered, near.Scope), mention);

    private bool IsIn(MentionField part, SequenceNode[] alternatives)
    {
        var stream = mention.StreamOf(part);
        for (var i = 0; i < stream.Count; i++)
        {
            if (!stream[i].TakesPosition) continue;
            foreach (var side in alternatives)
            {
                if (Phrases.EndOf(stream, i, side.Terms) >= 0) return true;
            }
        }

        return false;
    }

    private static string Side(SequenceNode[] alternatives) => string.Join(" or ", alternatives.Select(side => $"“{string.Join(' ', side.Terms.Select(CanonicalWriter.Spelling))}”"));

    private string WhyNotField(FieldTest test)
    {
        var post = mention.Mention;
        return test.Kind switch
        {
            FieldKind.From => post.Author?.Handle is { } handle ? $"It is from @{handle.TrimStart('@')}." : "It is not known who wrote it.",
            FieldKind.To => "It does not open by addressing that handle.",
            FieldKind.Url => "No link of it has that in it.",
            FieldKind.Site => "Neither it nor a link in it is on that site.",
            FieldKind.Language => post.Language is { } tag ? $"Its language is {tag}." : "Its language is not known.",
            FieldKind.Platform => $"It is on {post.Platform}.",
            FieldKind.Since or FieldKind.Until => WhenPublished(post),
            FieldKind.Likes => Count(post.Counts?.Likes, "likes"),
            FieldKind.Shares => Count(post.Counts?.Shares, "shares"),
            FieldKind.Replies => Count(post.Counts?.Replies, "replies"),
            FieldKind.Followers => Count(post.Author?.Followers, "followers"),
            _ => $"It is not so that it {CanonicalWriter.ValueOf(test) switch
            {
                "reply" => "replies to another",
                "repost" => "repeats another",
                "quote" => "quotes another",
                "original" => "is neither reply, repost nor quote",
                "link" => "has a link",
                "media" => "has a picture, film or sound",
                "question" => "has a question mark",
                _ => "has an emoji",
            }}.",
        };
    }

    private static string WhenPublished(Mention post)
    {
        if (post.DateIsDoubtful) return "Its date is doubtful.";
        if (post.Published is { } at) return $"It was published at {NodaTime.Text.InstantPattern.General.Format(at)}.";
        return post.PublishedOn is { } on ? $"It was published on {FieldNames.Write(on)}." : "It is not known when it was published.";
    }

    private static string Count(long? count, string what) => count is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"It has {known} {what}.")
        : $"It is not known how many {what} it has.";
}
