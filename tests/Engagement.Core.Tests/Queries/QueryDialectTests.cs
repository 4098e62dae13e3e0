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
