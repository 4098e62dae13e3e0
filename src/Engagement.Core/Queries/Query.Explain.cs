using Engagement.Queries;
using Engagement.Queries.Matching;
using Engagement.Queries.Syntax;

namespace Engagement;

public sealed partial class Query
{
    /// <summary>The tree of the query with what matched, where, and for what did not: why not.</summary>
    public QueryExplanation Explain(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return new Explainer(mention).Explain(Root);
    }

    /// <summary>How often the query and each of its parts would match, so that its author sees what it catches before it goes live.</summary>
    /// <param name="mentions">The mentions to try; read once.</param>
    public QuerySample Sample(IEnumerable<ParsedMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var nodes = new List<(QueryNode Node, int Depth)>();
        Flatten(Root, 0, nodes);
        var hits = new int[nodes.Count];
        var matcher = new TreeMatcher();
        var count = 0;
        foreach (var mention in mentions)
        {
            count++;
            for (var i = 0; i < hits.Length; i++)
            {
                if (matcher.Holds(nodes[i].Node, mention)) hits[i]++;
            }
        }

        var clauses = new ClauseSample[nodes.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = new ClauseSample(CanonicalWriter.Write(nodes[i].Node), nodes[i].Depth, hits[i], count == 0 ? 0 : (double)hits[i] / count);
        }

        return new QuerySample(count, hits[0], clauses);
    }

    private static void Flatten(QueryNode node, int depth, List<(QueryNode Node, int Depth)> nodes)
    {
        nodes.Add((node, depth));
        foreach (var child in Explainer.ChildrenOf(node)) Flatten(child, depth + 1, nodes);
    }
}
