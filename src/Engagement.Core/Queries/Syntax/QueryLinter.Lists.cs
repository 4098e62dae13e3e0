namespace Engagement.Queries.Syntax;

/// <summary>What the members of one AND or OR are to each other: duplicates, idle ones, ones that can never match.</summary>
internal sealed partial class QueryLinter
{
    // In longer lists only equal members and words that a prefix covers are looked for: by hash, so that time stays linear.
    private const int LongestCompared = 40;

    private void CheckList(QueryNode list, QueryNode[] children, bool isAnd)
    {
        var members = new NodeList(children);
        var idle = children.Length <= LongestCompared ? null : isAnd ? new Dictionary<QueryNode, string>() : CoveredByPrefix(children);
        for (var i = 0; i < children.Length && !_diagnostics.IsFull; i++)
        {
            var child = children[i];
            if (members.IsRepeat(i))
            {
                _diagnostics.Warning(
                    child.Span, $"{Quote(child)} stands twice in the same list; once is enough.", WithoutOne(list, children, child, isAnd));
            }
            else if ((idle is null ? IdleBeside(children, i, isAnd) : idle.GetValueOrDefault(child) ?? PartAlone(child, members, isAnd)) is { } other)
            {
                _diagnostics.Warning(child.Span, IdleMessage(child, other, isAnd), WithoutOne(list, children, child, isAnd));
            }
        }
    }

    private static string IdleMessage(QueryNode child, string other, bool isAnd)
    {
        if (isAnd) return $"{Quote(child)} adds nothing: {other} is asked for anyway.";
        return $"{Quote(child)} can never add a post: {other}{(child is AndNode ? " alone" : "")} finds it already.";
    }

    /// <summary>The member that makes the one at <paramref name="index"/> idle; of two that mean the same, the later one is idle.</summary>
    private string? IdleBeside(QueryNode[] children, int index, bool isAnd)
    {
        for (var j = 0; j < children.Length; j++)
        {
            if (j == index || !Covers(children[j], children[index])) continue;
            if (j > index && Covers(children[index], children[j])) continue;
            return Quote(children[j]);
        }

        return null;

        bool Covers(QueryNode by, QueryNode what) => isAnd ? _implication.Holds(by, what) : _implication.Holds(what, by);
    }

    private static string? PartAlone(QueryNode child, NodeList members, bool isAnd)
    {
        var parts = isAnd ? (child as OrNode)?.Children : (child as AndNode)?.Children;
        return parts is not null && Array.Find(parts, members.Contains) is { } other ? Quote(other) : null;
    }

    /// <summary>Words that a prefix in the same OR finds already, each with that prefix.</summary>
    private static Dictionary<QueryNode, string> CoveredByPrefix(QueryNode[] children)
    {
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in children)
        {
            if (Plain(child) is { Shape: TermShape.Prefix } term) prefixes.Add(term.Folded);
        }

        var covered = new Dictionary<QueryNode, string>(ReferenceEqualityComparer.Instance);
        if (prefixes.Count == 0) return covered;
        var lookup = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var child in children)
        {
            if (Plain(child) is not { } term || (term.Shape & TermShape.Pattern) != 0) continue;
            var longest = Math.Min(LongestPrefix, term.Shape == TermShape.Prefix ? term.Folded.Length - 1 : term.Folded.Length);
            for (var length = 2; length <= longest; length++)
            {
                if (!lookup.Contains(term.Folded.AsSpan(0, length))) continue;
                covered[child] = $"“{term.Folded.AsSpan(0, length)}*”";
                break;
            }
        }

        return covered;

        static Term? Plain(QueryNode node) =>
            node is SequenceNode { Terms: [{ Kind: TermKind.Word, Exact: null } term], Scope: TextScope.Anywhere } ? term : null;
    }

    private void CheckOpenBranches(OrNode or, bool isNegated)
    {
        if (isNegated) return;
        foreach (var child in or.Children)
        {
            if (_diagnostics.IsFull) return;
            if (!QueryShape.HoldsForNothing(child)) continue;
            _diagnostics.Warning(
                child.Span, $"{Quote(child)} is true of almost every post, so this OR hardly narrows anything.");
        }
    }

    private void CheckContradictions(AndNode and)
    {
        var plain = new NodeList(and.Children);
        foreach (var child in and.Children)
        {
            if (_diagnostics.IsFull) return;
            if (child is not NotNode not) continue;
            if (plain.Contains(not.Child))
            {
                Contradict(not, $"This can never match: {Quote(not.Child)} is both asked for and left out.");
            }
            else if (and.Children.Length <= LongestCompared)
            {
                if (Array.Find(and.Children, other => other is not NotNode && _implication.Holds(other, not.Child)) is { } wanted)
                {
                    Contradict(not, $"This can never match: {Quote(not.Child)} is left out, and every post with {Quote(wanted)} has it.");
                }
                else
                {
                    NoteDeadAlternatives(and, not);
                }
            }
        }

        CheckFields(and);

        void Contradict(NotNode not, string message)
        {
            _contradicted.Add(not.Child);
            _diagnostics.Warning(not.Span, message, WithoutOne(and, and.Children, not, isAnd: true));
        }
    }

    /// <summary>Alternatives of an OR that what is left out beside it covers; the same thing asked for and left out is told of elsewhere.</summary>
    private void NoteDeadAlternatives(AndNode and, NotNode not)
    {
        foreach (var or in and.Children.OfType<OrNode>())
        {
            foreach (var alternative in or.Children)
            {
                if (_diagnostics.IsFull) return;
                if (alternative is NotNode || NodeEquality.Instance.Equals(alternative, not.Child) || !_implication.Holds(alternative, not.Child)) continue;
                _diagnostics.Warning(
                    alternative.Span,
                    $"{Quote(alternative)} can never be found here: {Quote(not.Child)} is left out.",
                    WithoutOne(or, or.Children, alternative, isAnd: false));
            }
        }
    }

    private void CheckFields(AndNode and)
    {
        if (!and.Children.Any(child => child is FieldNode)) return;
        var fields = and.Children.OfType<FieldNode>().ToArray();
        for (var i = 0; i < fields.Length && i < 50; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!Exclude(fields[j].Test, fields[i].Test)) continue;
                _diagnostics.Warning(
                    fields[i].Span, $"This can never match: {Quote(fields[j])} and {Quote(fields[i])} are never true of one post.",
                    WithoutOne(and, and.Children, fields[i], isAnd: true));
                break;
            }
        }
    }

    /// <summary>Whether no post fulfils both conditions.</summary>
    private static bool Exclude(FieldTest one, FieldTest other)
    {
        if (one == other) return false;
        if (one.Kind != other.Kind)
        {
            var (since, until) = one.Kind == FieldKind.Since ? (one, other) : (other, one);
            return since.Kind == FieldKind.Since && until.Kind == FieldKind.Until && since.Date >= until.Date;
        }

        return one.Kind switch
        {
            FieldKind.Platform => true,
            FieldKind.From => one.Name is null && other.Name is null,
            FieldKind.Language => !one.Text.StartsWith(other.Text + "-", StringComparison.Ordinal) && !other.Text.StartsWith(one.Text + "-", StringComparison.Ordinal),
            FieldKind.Likes or FieldKind.Shares or FieldKind.Replies or FieldKind.Followers => one.Most < other.Least || other.Most < one.Least,
            FieldKind.State => (one.State == PostState.Original && other.State < PostState.Original)
                || (other.State == PostState.Original && one.State < PostState.Original),
            _ => false,
        };
    }
}
