using Engagement.Queries.Oracle;

namespace Engagement.Queries;

public sealed class QueryDialectTests
{
    [Theory]
    [InlineData(QueryDialect.Google, "ward leeds OR bradford", "ward AND (leeds OR bradford)")]
    [InlineData(QueryDialect.Google, "\"ward seven\" -parking", "\"ward seven\" AND NOT parking")]
    [InlineData(QueryDialect.Google, "nurse AROUND(3) kind site:nhs.uk", "nurse NEAR/3 kind AND site:nhs.uk")]
    [InlineData(QueryDialect.Google, "intitle:ward after:2026-11-01 before:2026-11-08", "title:ward AND since:2026-11-01 AND until:2026-11-08")]
    [InlineData(QueryDialect.Google, "this or that", "this AND \"or\" AND that")]
    [InlineData(QueryDialect.X, "nurse OR (ward leeds) -is:retweet", "nurse OR (ward AND leeds AND NOT is:repost)")]
    [InlineData(QueryDialect.X, "from:LeedsTrust #nhssm lang:en has:links min_faves:10", "from:leedstrust AND #nhssm AND lang:en AND has:link AND likes:>=10")]
    [InlineData(QueryDialect.X, "ward -filter:replies", "ward AND NOT is:reply")]
    [InlineData(QueryDialect.Brandwatch, "(nurse NEAR/3f kind) AND {WHO} NOT title:parking", "nurse ONEAR/3 kind AND case:WHO AND NOT title:parking")]
    [InlineData(QueryDialect.Brandwatch, "\"clean tidy\"~4 OR nurs*", "\"clean tidy\"~4 OR nurs*")]
    [InlineData(QueryDialect.Brandwatch, "ward AND author:LeedsTrust AND authorFollowers:[100 TO 500]", "ward AND from:leedstrust AND followers:100..500")]
    [InlineData(QueryDialect.Google, "allintitle:ward seven", "title:ward AND title:seven")]
    [InlineData(QueryDialect.Google, "ward AROUND (3) kind", "ward NEAR/3 kind")]
    [InlineData(QueryDialect.Google, "ward after:2026 before:2026/11/1", "ward AND since:2026-01-01 AND until:2026-11-01")]
    [InlineData(QueryDialect.X, "followers_count:100..200 ward", "followers:100..200 AND ward")]
    [InlineData(QueryDialect.X, "followers_count:500 ward", "followers:>=500 AND ward")]
    [InlineData(QueryDialect.Brandwatch, "raw:\"NHS\" AND ward", "case:NHS AND ward")]
    [InlineData(QueryDialect.Brandwatch, "raw:(NHS OR \"IT desk\")", "case:NHS OR case:\"IT desk\"")]
    [InlineData(QueryDialect.Brandwatch, "hashtags:(nhs OR ward)", "#nhs OR #ward")]
    [InlineData(QueryDialect.Brandwatch, "ward AND engagementType:(RETWEET OR REPLY)", "ward AND (is:repost OR is:reply)")]
    [InlineData(QueryDialect.Lucene, "likes:{5 TO 10}", "likes:6..9")]
    [InlineData(QueryDialect.Lucene, "likes:[5 TO 10}", "likes:5..9")]
    [InlineData(QueryDialect.Lucene, "ward AND published:{2026-11-01 TO 2026-11-08}", "ward AND since:2026-11-02 AND until:2026-11-08")]
    [InlineData(QueryDialect.Lucene, "ward leeds", "ward OR leeds")]
    [InlineData(QueryDialect.Lucene, "ward AND leeds", "ward AND leeds")]
    [InlineData(QueryDialect.Lucene, "+ward -parking", "ward AND NOT parking")]
    [InlineData(QueryDialect.Lucene, "ward leeds -parking", "(ward OR leeds) AND NOT parking")]
    [InlineData(QueryDialect.Lucene, "published:[2026-11-01 TO 2026-11-07] AND \"so kind\"", "since:2026-11-01 AND until:2026-11-08 AND \"so kind\"")]
    [InlineData(QueryDialect.Lucene, "A\\&E", "\"a&e\"")]
    [InlineData(QueryDialect.Lucene, "ward && ! parking", "ward AND NOT parking")]
    [InlineData(QueryDialect.Lucene, "ward OR ! parking", "ward AND NOT parking")]
    public void A_query_of_another_dialect_is_carried_over(QueryDialect dialect, string text, string expected)
    {
        var result = Query.Parse(text, QueryOptions.Default with { Dialect = dialect });
        result.GetValueOrThrow().ToString().Should().Be(expected);
        result.Diagnostics.Should().NotContain(found => found.Severity == DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData(QueryDialect.Google, "ward filetype:pdf", "ward", "[5,17) Not carried over: there is nothing like filetype: here; the condition is left out.")]
    [InlineData(QueryDialect.Google, "\"ward * seven\"", "\"ward seven\"", "[0,14) Not carried over: the * that stands for words inside a phrase.")]
    [InlineData(QueryDialect.Google, "ward ~nurse", "ward AND nurse", "[5,11) Not carried over: the ~ that asks for synonyms.")]
    [InlineData(QueryDialect.Google, "ward 10..20", "ward", "[5,11) Not carried over: a range of numbers.")]
    [InlineData(QueryDialect.Google, "+ward", "ward", "[0,5) Not carried over: the + before a word.")]
    [InlineData(QueryDialect.Google, "ward NOT bed", "ward AND \"not\" AND bed", "[5,8) “NOT” is a word to find in this dialect, where a minus leaves out.")]
    [InlineData(QueryDialect.X, "ward AND bed", "ward AND \"and\" AND bed", "[5,8) “AND” is a word to find in this dialect, where a space says AND.")]
    [InlineData(QueryDialect.X, "ward point_radius:[1 2 3km]", "ward", "[5,27) Not carried over: there is nothing like point_radius: here; the condition is left out.")]
    [InlineData(QueryDialect.X, "bounding_box:[-105.3 39.9 -105.1 40.0] ward", "ward", "[0,38) Not carried over: there is nothing like bounding_box: here; the condition is left out.")]
    [InlineData(QueryDialect.X, "ward -has:geo", "ward", "[5,13) Not carried over: there is nothing like has:geo here; the condition is left out.")]
    [InlineData(QueryDialect.Brandwatch, "raw:Google+", "case:Google", "[0,11) Not carried over: the sign + of raw:, of which the words are found in exactly these capitals.")]
    [InlineData(QueryDialect.Brandwatch, "((ward OR bed) AND (kind OR calm))~5", "(ward OR bed) AND (kind OR calm)", "[33,36) Not carried over: the ~5 behind brackets, which wants all of them near each other.")]
    [InlineData(QueryDialect.Lucene, "*:* ward", "ward", "[0,3) Not carried over: * by itself, which stands for everything.")]
    [InlineData(QueryDialect.Lucene, "_exists_:title ward", "ward", "[0,14) Not carried over: there is nothing like _exists_: here; the condition is left out.")]
    [InlineData(QueryDialect.X, "ward sample:10", "ward", "[5,14) Not carried over: there is nothing like sample: here; the condition is left out.")]
    [InlineData(QueryDialect.Brandwatch, "<<<our ward>>> ward", "ward", "[0,14) Not carried over: a comment.")]
    [InlineData(QueryDialect.Brandwatch, "ward AND rating:4", "ward", "[9,17) Not carried over: there is nothing like rating: here; the condition is left out.")]
    [InlineData(QueryDialect.Lucene, "ward^4", "ward", "[0,6) Not carried over: the weight after ^, which only ranks.")]
    [InlineData(QueryDialect.Lucene, "(ward OR clinic)^2.5 AND leeds", "(ward OR clinic) AND leeds", "[15,20) Not carried over: the weight after ^, which only ranks.")]
    [InlineData(QueryDialect.Lucene, "+ward leeds", "ward", "[6,11) Not carried over: “leeds” only ranks the posts that the required words find.")]
    [InlineData(QueryDialect.Lucene, "nurce~", "nurce", "[0,6) Not carried over: the ~ that asks for similar spellings.")]
    public void What_is_lost_is_named_at_its_place(QueryDialect dialect, string text, string expected, string loss)
    {
        var result = Query.Parse(text, QueryOptions.Default with { Dialect = dialect });
        result.Query!.ToString().Should().Be(expected);
        result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Warning).Select(found => $"{found.Span} {found.Message}").Should().Equal(loss);
    }

    [Theory]
    [InlineData(QueryDialect.Lucene, "ward OR", "ward", "Error [5,7) OR has nothing after it; it is left out.", "ward")]
    [InlineData(QueryDialect.Lucene, "ward NOT", "ward", "Error [5,8) NOT has nothing after it; it is left out.", "ward")]
    [InlineData(QueryDialect.Lucene, "ward]", "ward", "Error [4,5) This closing bracket has no opening one; it is left out.", "ward")]
    [InlineData(QueryDialect.Lucene, "ward }", "ward", "Error [5,6) This closing bracket has no opening one; it is left out.", "ward")]
    [InlineData(QueryDialect.Lucene, "ward AND OR bed", "ward OR bed", "Error [5,8) AND has nothing after it; it is left out.", "ward OR bed")]
    [InlineData(QueryDialect.Lucene, "ward [a", "ward", "Error [5,7) The bracket opened here is never closed; it is closed at the end.")]
    [InlineData(QueryDialect.Lucene, "\"so kind", "\"so kind\"", "Error [0,8) The quote opened here is never closed; it is closed at the end.")]
    [InlineData(QueryDialect.Google, "OR ward", "ward", "Error [0,2) OR has nothing before it; it is left out.", "ward")]
    [InlineData(QueryDialect.Google, "ward AROUND(x) bed", "ward NEAR/10 bed", "Error [5,14) AROUND wants a whole number from 0 to 1,000 in its brackets; it is read as NEAR/10.", "ward AROUND(10) bed")]
    [InlineData(QueryDialect.X, "ward until:2026-11-01_23:59:59_UTC", "ward", "Error [5,34) “2026-11-01_23:59:59_UTC” is not a date: write year, month and day, as in until:2026-11-01. It is left out.")]
    [InlineData(QueryDialect.Brandwatch, "ward NEAR/5", "ward", "Error [5,11) NEAR/5 has nothing after it; it is left out.", "ward")]
    [InlineData(QueryDialect.Brandwatch, "ward NEAR/x bed", "ward NEAR/10 bed", "Error [5,11) NEAR/ wants a whole number from 0 to 1,000 after it, as in NEAR/5; it is read as NEAR/10.")]
    [InlineData(QueryDialect.Brandwatch, "{BT", "case:BT", "Error [0,3) The bracket opened here is never closed; it is closed at the end.")]
    public void A_slip_in_another_dialect_is_mended_and_told_once(QueryDialect dialect, string text, string expected, string finding, params string[] fixes)
    {
        var result = Query.Parse(text, QueryOptions.Default with { Dialect = dialect });
        result.Query!.ToString().Should().Be(expected);
        var found = result.Diagnostics.Single(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        $"{found.Severity} {found.Span} {found.Message}".Should().Be(finding);
        found.Fixes.Should().Equal(fixes);
    }

    [Theory]
    [InlineData(QueryDialect.Google)]
    [InlineData(QueryDialect.X)]
    [InlineData(QueryDialect.Brandwatch)]
    [InlineData(QueryDialect.Lucene)]
    [InlineData(QueryDialect.Standard)]
    public void Where_nothing_is_lost_export_and_import_give_an_equal_query(QueryDialect dialect)
    {
        var random = new Random(31);
        var maker = new ModelMaker(random);
        var whole = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var query = Query.Parse(maker.Query().Render(random)).GetValueOrThrow();
            var export = query.ToDialect(dialect);
            if (export.Losses.Count > 0) continue;
            whole++;
            var again = Query.Parse(export.Text!, QueryOptions.Default with { Dialect = dialect });
            again.Query.Should().Be(query, "“{0}” says that", export.Text);
        }

        whole.Should().BeGreaterThan(300, "a test of nothing shows nothing");
    }

    [Theory]
    [InlineData("\"and\" ward")]
    [InlineData("\"NOT\" ward")]
    [InlineData("\"near 5\" ward")]
    [InlineData("C++ R&D A&E 7.30pm 2:1 24/7")]
    [InlineData("\"title: ward\"")]
    [InlineData("url:\"nhs.uk/a b\"")]
    [InlineData("from:\"Leeds Trust\"")]
    [InlineData("@user@mastodon.social #a-b $ABC")]
    [InlineData("https://nhs.uk/a?b=(c)")]
    [InlineData("\"[a TO b]\" {x}")]
    [InlineData("\"a\\b\" \"~5\" ward")]
    [InlineData("医院 OR พยาบาล")]
    [InlineData("👩‍⚕️ ❤️")]
    [InlineData("ward NOT (bed OR NOT bay)")]
    [InlineData("ward (bed OR (bay -door))")]
    [InlineData("(ward OR bed) NEAR/3 (\"so kind\" OR calm)")]
    [InlineData("title:(ward NEAR/2 bed)")]
    [InlineData("bio:\"ward nurse\" place:york")]
    [InlineData("\"ward bed bay\"~3")]
    [InlineData("title:\"ward bed\"~3")]
    [InlineData("case:WHO title:case:\"IT desk\"")]
    [InlineData("followers:3..9 likes:<=4 shares:7 replies:>2")]
    [InlineData("since:2026-11-01 until:2026-11-08 lang:en-GB platform:mastodon")]
    [InlineData("is:original has:question has:emoji has:media has:link")]
    [InlineData("nurs* wom?n \"ward nurs*\"")]
    [InlineData("(ward OR bed) (bay OR door) -(lift OR stair)")]
    public void A_hard_query_comes_back_from_every_dialect_or_its_losses_are_named(string text)
    {
        var query = Query.Parse(text).Query!;
        foreach (var dialect in Enum.GetValues<QueryDialect>())
        {
            var export = query.ToDialect(dialect);
            if (export.Losses.Count > 0)
            {
                export.Losses.Should().OnlyContain(loss => loss.Length > 10 && loss.EndsWith('.'));
                if (export.Text is not null) Query.Parse(export.Text, QueryOptions.Default with { Dialect = dialect }).Query.Should().NotBeNull("“{0}” is what {1} can say", export.Text, dialect);
                continue;
            }

            var again = Query.Parse(export.Text!, QueryOptions.Default with { Dialect = dialect });
            again.Query.Should().Be(query, "{0} says that by “{1}”", dialect, export.Text);
            again.Diagnostics.Should().NotContain(found => found.Severity == DiagnosticSeverity.Error || found.Message.StartsWith("Not carried over", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_export_names_what_it_cannot_say()
    {
        var query = Query.Parse("nurs* has:question ward").GetValueOrThrow();
        var export = query.ToDialect(QueryDialect.Google);
        export.Text.Should().Be("ward");
        export.Losses.Should().Equal(
            "“nurs*” is left out: the * and ? of a word are not known there.",
            "“has:question” is left out: there is no such condition there.");
    }
}
