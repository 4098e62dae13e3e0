using System.CommandLine;
using System.Text.Json;
using Engagement;
using Engagement.Mentions;
using Engagement.Queries;
using NodaTime;

namespace Workbench.Verbs;

/// <summary><c>match</c>: which of the queries each post matches.</summary>
internal static class MatchVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var query = new Argument<string?>("QUERY") { Description = "One query.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<FileInfo?>("--queries") { Description = "A file of queries: a line is a query, or id TAB query." };
        var spans = new Option<bool>("--spans") { Description = "Also the places of the words that matched." };
        var zone = new Option<string?>("--zone") { Description = "Time zone of since: and until:, such as Europe/London. Default: the profile's, or UTC." };
        var dialect = QueryArguments.Dialect();
        var command = new Command("match", "Which of the queries each post matches.") { query, file, spans, zone, dialect, options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) =>
        {
            var profile = options.ReadProfile(arguments);
            var parsing = (profile?.QueryOptions ?? QueryOptions.Default) with
            {
                Dialect = QueryArguments.DialectOf(arguments.GetValue(dialect)!),
                Zone = ZoneOf(arguments.GetValue(zone)) ?? profile?.Zone ?? DateTimeZone.Utc,
            };
            var queries = Collect(arguments.GetValue(query), arguments.GetValue(file), profile, parsing);
            var wantsSpans = arguments.GetValue(spans) || !arguments.GetValue(options.Json);
            return LineFilter.RunAsync(
                arguments,
                options,
                (mention, workspace) =>
                {
                    var found = Match(queries, mention, workspace, wantsSpans);
                    return new LineAnswer(() => Print(mention.Text, found, queries.Count), (writer, offsets) => Write(writer, offsets, found, wantsSpans));
                },
                acceptMentions: true);
        });
        return command;
    }

    private static List<QueryMatch> Match(QuerySet queries, Mention mention, ReadingWorkspace workspace, bool wantsSpans)
    {
        var hits = queries.Match(MentionParser.Default.Parse(mention, workspace), workspace);
        var found = new List<QueryMatch>(hits.Ordinals.Length);
        foreach (var ordinal in hits.Ordinals) found.Add(new QueryMatch(queries.IdOf(ordinal), wantsSpans ? hits.EvidenceOf(ordinal) : []));
        return found;
    }

    private static void Print(string text, List<QueryMatch> found, int queries)
    {
        if (found.Count == 0) return;
        var inText = found.SelectMany(match => match.Evidence).Where(evidence => evidence.Field == MentionField.Text);
        Readable.WriteMarked(text, inText.Select(evidence => evidence.Span), "bold green");
        if (queries > 1) Readable.WriteLine("  " + string.Join(", ", found.Select(match => match.Id)));
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, List<QueryMatch> found, bool wantsSpans)
    {
        writer.WriteStartArray("matches");
        foreach (var match in found)
        {
            writer.WriteStartObject();
            writer.WriteString("id", match.Id);
            if (wantsSpans) Spans.Write(writer, "spans", match.Evidence, offsets);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static QuerySet Collect(string? query, FileInfo? file, TrustProfile? profile, QueryOptions parsing)
    {
        if (query is not null) return QuerySet.Create([new KeyedQuery("1", QueryArguments.Parse(query, parsing))]);
        if (file is not null) return CreateSet(QueryArguments.ReadFile(file, parsing));
        if (profile is not null) return CreateSet([.. profile.Queries.Select(standing => new KeyedQuery(standing.Id, standing.Query))]);
        throw new WrongArgumentsException("Give a query, a file of queries (--queries FILE), or a profile with standing queries (--profile FILE).");
    }

    private static QuerySet CreateSet(List<KeyedQuery> queries)
    {
        var twice = queries.GroupBy(query => query.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        return twice.Count == 0 ? QuerySet.Create(queries) : throw new WrongArgumentsException("These ids stand more than once: " + string.Join(", ", twice));
    }

    private static DateTimeZone? ZoneOf(string? id) => id is null
        ? null
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new WrongArgumentsException($"There is no time zone \"{id}\": give an IANA name such as Europe/London.");
}
