using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Text;

namespace Engagement.Organizations;

/// <summary>Makes of the hits in one mention whom it concerns. One use, one thread.</summary>
internal sealed class RouteReading(RouteMap map, ParsedMention mention)
{
    // Words between a ward and the hospital that it is taken to be of, when the text names several.
    private const int NearWords = 12;

    private readonly List<Found> _found = [];
    private readonly List<RouteAmbiguity> _ambiguities = [];
    private readonly List<AliasHit> _aliases = [];
    private readonly Dictionary<int, Evidence[]> _placesOfSites = [];
    private readonly List<(RouteEntry Entry, List<Evidence> Evidence)> _shortNames = [];
    private readonly List<(RouteEntry Entry, List<Evidence> Evidence)> _names = [];

    /// <summary>Reads the hits.</summary>
    /// <param name="entries">What the hits' ordinals stand for; queries of the profile come last.</param>
    /// <param name="phrases">The places of all that is not a query of the profile.</param>
    /// <param name="hits">The hits.</param>
    public Routing Read(List<RouteEntry> entries, RoutePhrases phrases, QueryHits hits)
    {
        if (entries[hits.Ordinals[0]].Kind != RouteEntryKind.Query)
        {
            var found = new List<(int Entry, Evidence Evidence)>();
            phrases.Find(mention, found);
            foreach (var (entry, evidence) in found) Sort(entries[entry], evidence);
        }

        foreach (var ordinal in hits.Ordinals)
        {
            var entry = entries[ordinal];
            if (entry.Kind == RouteEntryKind.Query) Add(entry.Targets[0], RouteReason.Query, hits.EvidenceOf(ordinal));
        }

        DropCovered();
        RouteWholes();
        RouteTeams();
        RouteNames();
        RouteShortNames();
        return Finish();
    }

    private void Sort(RouteEntry entry, Evidence evidence)
    {
        switch (entry.Kind)
        {
            case RouteEntryKind.Alias:
                if (!entry.Alias!.KeepsThe || evidence.Field == MentionField.Place || StandsAlone(evidence)) _aliases.Add(new AliasHit(entry, evidence));
                break;
            case RouteEntryKind.Name:
                Keep(_names, entry, evidence);
                break;
            case RouteEntryKind.ShortName:
                Keep(_shortNames, entry, evidence);
                break;
            default:
                var reason = entry.Kind == RouteEntryKind.Account ? RouteReason.Account : RouteReason.Hashtag;
                foreach (var target in entry.Targets) Add(target, reason, evidence);
                break;
        }
    }

    private static void Keep(List<(RouteEntry Entry, List<Evidence> Evidence)> kept, RouteEntry entry, Evidence evidence)
    {
        var index = kept.FindIndex(known => known.Entry == entry);
        if (index < 0) kept.Add((entry, [evidence]));
        else kept[index].Evidence.Add(evidence);
    }

    // "the general" is a name in "down the General on Monday", and none in "the general public": what follows decides.
    private bool StandsAlone(Evidence evidence)
    {
        var stream = mention.StreamOf(evidence.Field);
        var last = IndexOfLast(stream, evidence.Span);
        if (last + 1 >= stream.Count) return true;
        ref readonly var next = ref stream[last + 1];
        if (next.Kind is not (TokenKind.Word or TokenKind.Number)) return true;
        return stream.Folded(next) is "in" or "on" or "at" or "for" or "and" or "or" or "but" or "is" or "was" or "has" or "had" or "have" or "are" or "were" or "to" or "with"
            or "from" or "by" or "after" or "before" or "last" or "this" or "today" or "yesterday" or "tonight" or "again" or "when" or "who" or "where" or "as" or "so" or "if"
            or "then" or "than" or "that" or "i" or "we" or "you" or "they" or "he" or "she" or "my" or "our" or "hosp" or "hospital" or "infirmary" or "ward" or "a&e" or "staff" or "team"
            or "will" or "would" or "did" or "does" or "can" or "could" or "because" or "since" or "while" or "about" or "over" or "now" or "just" or "really" or "twice" or "once";
    }

    // "St Mary's" within "St Mary's Lodge" is not St Mary's: the longest name at a place is the one that was said.
    private void DropCovered()
    {
        if (_aliases.Count < 2) return;
        _aliases.Sort((a, b) => a.Evidence.Field != b.Evidence.Field ? a.Evidence.Field.CompareTo(b.Evidence.Field)
            : a.Evidence.Span.Start != b.Evidence.Span.Start ? a.Evidence.Span.Start.CompareTo(b.Evidence.Span.Start)
            : b.Evidence.Span.End.CompareTo(a.Evidence.Span.End));
        var kept = 0;
        var widest = default(Evidence);
        for (var i = 0; i < _aliases.Count; i++)
        {
            var item = _aliases[i].Evidence;
            var isCovered = i > 0 && widest.Field == item.Field && item.Span.End <= widest.Span.End && item.Span != widest.Span;
            if (isCovered) continue;
            _aliases[kept++] = _aliases[i];
            if (i == 0 || widest.Field != item.Field || item.Span.End > widest.Span.End) widest = item;
        }

        _aliases.RemoveRange(kept, _aliases.Count - kept);
    }

    private void RouteWholes()
    {
        foreach (var hit in _aliases)
        {
            var targets = MostSpecific(hit.Entry.Targets);
            if (targets.Any(target => target.Kind == RouteKind.Team)) continue;
            if (targets.Count == 1)
            {
                Add(targets[0], hit);
                continue;
            }

            var known = targets.Where(target => _found.Exists(found => found.Target == target)).ToList();
            if (known.Count == 1) Add(known[0], hit);
            else Doubt(targets, hit, $"{targets.Count} of the profile go by this name, and nothing else in the mention tells which is meant.");
        }
    }

    private void RouteTeams()
    {
        // Before the teams are added: what one ward is taken for must not decide for the next.
        var sites = KnownSites();
        foreach (var hit in _aliases)
        {
            var targets = MostSpecific(hit.Entry.Targets);
            if (!targets.Any(target => target.Kind == RouteKind.Team)) continue;
            if (targets.Count == 1) RouteOnly(targets[0], hit, sites);
            else RouteOneOf(targets, hit, sites);
        }
    }

    private void RouteOnly(RouteTarget team, AliasHit hit, List<Found> sites)
    {
        var site = map.SiteOf(team.Index);
        var isElsewhere = hit.Entry.Alias!.IsNumbered && site >= 0 && sites.Count > 0 && !sites.Exists(found => found.Target.Index == site);
        if (!isElsewhere)
        {
            Add(team, hit);
            return;
        }

        Doubt([team], hit, $"{map.NameOf(team)} is at {map.Sites[site].Name}, but the mention names {map.NameOf(sites[0].Target)}.");
    }

    private void RouteOneOf(IReadOnlyList<RouteTarget> targets, AliasHit hit, List<Found> sites)
    {
        var known = targets.Where(target => _found.Exists(found => found.Target == target && found.Reason != RouteReason.Alias)).ToList();
        if (known.Count == 1)
        {
            Add(known[0], hit);
            return;
        }

        var there = targets.Where(target => target.Kind == RouteKind.Team && sites.Exists(found => found.Target.Index == map.SiteOf(target.Index))).ToList();
        if (there.Count > 1) there = Nearest(there, hit, sites);
        if (there.Count == 1) Add(there[0], hit);
        else if (there.Count > 1) Doubt(there, hit, "Several of this name work at the sites that the mention names, and none is nearer than the others.");
        else Doubt(targets, hit, $"{targets.Count} of the profile go by this name; the mention does not say at which site.");
    }

    // Of several sites, the one whose name stands nearest, in the same part of the mention.
    private List<RouteTarget> Nearest(List<RouteTarget> teams, AliasHit hit, List<Found> sites)
    {
        var best = NearWords;
        var nearest = new List<RouteTarget>();
        foreach (var team in teams)
        {
            var distance = DistanceOf(map.SiteOf(team.Index), hit, sites);
            if (distance > best) continue;
            if (distance < best) nearest.Clear();
            best = distance;
            nearest.Add(team);
        }

        return nearest.Count == 0 ? teams : nearest;
    }

    // Only the neighbours before and after the name can be nearest.
    private int DistanceOf(int site, AliasHit hit, List<Found> sites)
    {
        if (!_placesOfSites.TryGetValue(site, out var places))
        {
            places = [.. sites.Where(found => found.Target.Index == site).SelectMany(found => found.Evidence).OrderBy(item => item.Field).ThenBy(item => item.Span.Start)];
            _placesOfSites.Add(site, places);
        }

        var low = 0;
        var high = places.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var isBefore = places[middle].Field != hit.Evidence.Field ? places[middle].Field < hit.Evidence.Field : places[middle].Span.Start < hit.Evidence.Span.Start;
            if (isBefore) low = middle + 1;
            else high = middle;
        }

        var before = low > 0 ? WordsBetween(hit.Evidence, places[low - 1]) : int.MaxValue;
        var after = low < places.Length ? WordsBetween(hit.Evidence, places[low]) : int.MaxValue;
        return Math.Min(before, after);
    }

    private int WordsBetween(Evidence a, Evidence b)
    {
        if (a.Field != b.Field) return int.MaxValue;
        if (a.Span.Overlaps(b.Span)) return 0;
        var (first, second) = a.Span.Start < b.Span.Start ? (a.Span, b.Span) : (b.Span, a.Span);
        var stream = mention.StreamOf(a.Field);
        var words = 0;
        for (var i = IndexOfLast(stream, first) + 1; i < stream.Count && stream[i].Start < second.Start && words <= NearWords; i++)
        {
            ref readonly var token = ref stream[i];
            if (token.TakesPosition) words++;
            else if (stream.Source[token.Start] is '.' or '!' or '?' or ';') words += NearWords / 2;
        }

        return words;
    }

    private void RouteNames()
    {
        foreach (var (entry, evidence) in _names)
        {
            if (entry.Targets.Count == 1)
            {
                Add(entry.Targets[0], RouteReason.Name, evidence);
                continue;
            }

            var here = InContext(entry.Targets);
            if (here.Count == 1) Add(here[0], RouteReason.Name, evidence);
            else Doubt(here.Count > 1 ? here : entry.Targets, evidence, "Several people of the profile have this name, and the mention does not say of which team.");
        }
    }

    private void RouteShortNames()
    {
        if (_shortNames.Count == 0) return;
        var byName = _found.Count;
        foreach (var (entry, evidence) in _shortNames)
        {
            var here = InContext(entry.Targets);
            if (here.Count == 0) continue;
            var said = evidence.Where(item => here.Exists(person => IsNameOf(person, item))).ToList();
            if (said.Count == 0) continue;
            var named = here.Where(person => _found.Take(byName).Any(found => found.Target == person)).ToList();
            if (named.Count == 0) named = here;
            if (named.Count == 1) Add(named[0], RouteReason.Name, said);
            else Doubt(named, said, "Several people of this team go by this name.");
        }
    }

    // People of a team that the mention is about for another reason than them.
    private List<RouteTarget> InContext(IReadOnlyList<RouteTarget> people) =>
    [
        .. people.Where(person => map.TeamOfPerson[person.Index] is var team and >= 0
            && _found.Exists(found => found.Target.Kind == RouteKind.Team
                && (found.Target.Index == team || map.IsPartOf(found.Target, new RouteTarget(RouteKind.Team, team)) || map.IsPartOf(new RouteTarget(RouteKind.Team, team), found.Target)))),
    ];

    // Written with a capital, not at the head of a sentence where the name is also a word, and without another surname behind it.
    private bool IsNameOf(RouteTarget person, Evidence evidence)
    {
        var stream = mention.StreamOf(evidence.Field);
        if (!char.IsUpper(stream.Source[evidence.Span.Start])) return false;
        var last = IndexOfLast(stream, evidence.Span);
        var name = map.People[person.Index].Name;
        var isSingle = stream[last].Start == evidence.Span.Start;
        if (isSingle && PersonName.IsWordlike(stream.Folded(stream[last]).ToString()) && IsSentenceStart(stream, last)) return false;
        if (!isSingle || last + 1 >= stream.Count) return true;
        ref readonly var next = ref stream[last + 1];
        var isSurname = next.Kind == TokenKind.Word && (next.Flags & TokenFlags.Capitalized) != 0;
        return !isSurname || name.Contains(stream.Original(next).ToString(), StringComparison.OrdinalIgnoreCase) || stream.Original(next).Length == 1;
    }

    private static bool IsSentenceStart(TokenStream stream, int token) =>
        token == 0 || (stream[token].Flags & TokenFlags.NewlineBefore) != 0 || (stream[token - 1].Kind == TokenKind.Punctuation && stream.Source[stream[token - 1].Start] is '.' or '!' or '?' or '"' or '“');

    private List<Found> KnownSites()
    {
        var sites = _found.Where(found => found.Target.Kind == RouteKind.Site).ToList();
        foreach (var found in _found)
        {
            if (found.Target.Kind == RouteKind.Team && map.SiteOf(found.Target.Index) is var site and >= 0)
            {
                sites.Add(found with { Target = new RouteTarget(RouteKind.Site, site) });
            }
        }

        return sites;
    }

    // A name that both a team and its own site bear means the team.
    private IReadOnlyList<RouteTarget> MostSpecific(IReadOnlyList<RouteTarget> targets) =>
        targets.Count == 1 ? targets : [.. targets.Where(target => !targets.Any(other => other != target && map.IsPartOf(other, target)))];

    private void Add(RouteTarget target, AliasHit hit) =>
        Add(target, hit.Evidence.Field == MentionField.Place ? RouteReason.Place : RouteReason.Alias, hit.Evidence);

    private void Add(RouteTarget target, RouteReason reason, IReadOnlyList<Evidence> evidence) => FoundOf(target, reason).Evidence.AddRange(evidence);

    private void Add(RouteTarget target, RouteReason reason, Evidence evidence) => FoundOf(target, reason).Evidence.Add(evidence);

    // One entry a target and reason, however often its name comes: a text of one repeated name is read in linear time.
    private Found FoundOf(RouteTarget target, RouteReason reason)
    {
        foreach (var known in _found)
        {
            if (known.Target == target && known.Reason == reason) return known;
        }

        var found = new Found(target, reason, []);
        _found.Add(found);
        return found;
    }

    private void Doubt(IReadOnlyList<RouteTarget> targets, AliasHit hit, string reason) => Doubt(targets, [hit.Evidence], reason);

    private void Doubt(IReadOnlyList<RouteTarget> targets, IReadOnlyList<Evidence> evidence, string reason) =>
        _ambiguities.Add(new RouteAmbiguity([.. targets.Select(map.IdOf)], evidence, reason));

    private Routing Finish()
    {
        // Wholes after their parts: a person may bring its team, the team its site, the site the trust.
        for (var i = 0; i < _found.Count; i++)
        {
            foreach (var whole in map.WholesOf(_found[i].Target))
            {
                if (!IsFound(whole)) Add(whole, RouteReason.Part, _found[i].Evidence);
            }
        }

        _found.Sort((a, b) => a.Target.Kind != b.Target.Kind ? a.Target.Kind.CompareTo(b.Target.Kind)
            : a.Target.Index != b.Target.Index ? a.Target.Index.CompareTo(b.Target.Index) : a.Reason.CompareTo(b.Reason));
        var routes = new List<Route>(_found.Count);
        for (var i = 0; i < _found.Count;)
        {
            var first = _found[i];
            var evidence = first.Evidence;
            for (i++; i < _found.Count && _found[i].Target == first.Target; i++) evidence = [.. evidence, .. _found[i].Evidence];
            routes.Add(new Route(first.Target.Kind, map.IdOf(first.Target), first.Reason, InOrder(evidence)));
        }

        return new Routing { Routes = routes, Ambiguities = Merged() };
    }

    private bool IsFound(RouteTarget target)
    {
        foreach (var found in _found)
        {
            if (found.Target == target) return true;
        }

        return false;
    }

    // One ambiguity for one doubt, however often the words come.
    private IReadOnlyList<RouteAmbiguity> Merged() => _ambiguities.Count < 2
        ? [.. _ambiguities]
        : [.. _ambiguities.GroupBy(doubt => (string.Join('\n', doubt.Candidates), doubt.Reason))
            .Select(group => group.First() with { Evidence = InOrder(group.SelectMany(doubt => doubt.Evidence)) })];

    // Each once, by part of the mention and place.
    private static IReadOnlyList<Evidence> InOrder(IEnumerable<Evidence> evidence)
    {
        var ordered = evidence.ToArray();
        if (ordered.Length < 2) return ordered;
        Array.Sort(ordered, static (a, b) => a.Field != b.Field ? RankOf(a.Field).CompareTo(RankOf(b.Field))
            : a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.End.CompareTo(b.Span.End));
        var count = 1;
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i] != ordered[count - 1]) ordered[count++] = ordered[i];
        }

        return count == ordered.Length ? ordered : ordered[..count];
    }

    private static int RankOf(MentionField field) => field switch { MentionField.Title => 0, MentionField.Text => 1, _ => (int)field };

    private static int IndexOfLast(TokenStream stream, TextSpan span)
    {
        var low = 0;
        var high = stream.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (stream[middle].Start < span.End) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private readonly record struct AliasHit(RouteEntry Entry, Evidence Evidence);

    private sealed record Found(RouteTarget Target, RouteReason Reason, List<Evidence> Evidence);
}
