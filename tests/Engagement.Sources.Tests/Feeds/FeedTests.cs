using NodaTime;

namespace Engagement.Sources.Feeds;

public sealed class FeedTests
{
    [Fact]
    public async Task An_entry_of_google_alerts_is_clean_text_with_its_own_link()
    {
        const string Feed = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:idx="urn:atom-extension:indexing"> <id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id>
            <title>Google Alert - Harrowdale</title> <link href="https://www.google.com/alerts/feeds/1/2" rel="self"></link>
            <entry> <id>tag:google.com,2013:googlealerts/feed:3</id>
            <title type="html">Nurses&amp;#39; week at &lt;b&gt;Harrowdale&lt;/b&gt; &amp;amp; Eskmoor</title>
            <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://news.example/a?x=1&amp;y=2&amp;ct=ga&amp;cd=C&amp;usg=A"></link>
            <published>2026-11-09T08:15:30Z</published> <updated>2026-11-10T00:00:00Z</updated>
            <content type="html">The &lt;b&gt;Harrowdale&lt;/b&gt; team said thank you&amp;nbsp;...</content> <author> <name></name> </author> </entry></feed>
            """;
        var mention = (await Reading.TextAsync(Feed)).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new Mention
        {
            Id = "tag:google.com,2013:googlealerts/feed:3",
            Platform = Platform.Web,
            Title = "Nurses' week at Harrowdale & Eskmoor",
            Text = "The Harrowdale team said thank you ...",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://news.example/a?x=1&y=2",
        });
    }

    [Fact]
    public async Task Rss_is_read_with_relative_links_and_without_ids()
    {
        const string Feed = """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
            <title>Local news</title><link>https://news.example/</link><atom:link href="https://news.example/rss" rel="self"/><language>en-GB</language>
            <item><title>Ward 7 wins</title><link>/2026/ward-7</link><pubDate>Mon, 09 Nov 2026 08:15:30 GMT</pubDate><dc:creator>Jo Bloggs</dc:creator>
            <description>Short</description><content:encoded><![CDATA[<p>The <em>whole</em> story</p>]]></content:encoded></item>
            <item><title>Ward 8 wins</title><description>One &amp;amp; all</description><guid isPermaLink="true">https://news.example/8</guid><pubDate>2026-11-09</pubDate><enclosure url="x.jpg"/></item>
            <item><link>/nothing</link></item>
            <item><title>Bad date</title><pubDate>whenever</pubDate></item>
            </channel></rss>
            """;
        var outcomes = await Reading.TextAsync(Feed);
        var mentions = outcomes.Mentions();
        mentions.Should().HaveCount(2);
        mentions[0].Should().BeEquivalentTo(new
        {
            Title = "Ward 7 wins",
            Text = "The whole story",
            Link = "https://news.example/2026/ward-7",
            Language = "en-GB",
            Author = new Author { DisplayName = "Jo Bloggs" },
            Published = (Instant?)Instant.FromUtc(2026, 11, 9, 8, 15, 30),
        });
        mentions[0].Id.Should().StartWith("content:");
        mentions[1].Should().BeEquivalentTo(new
        {
            Id = "https://news.example/8",
            Text = "One & all",
            Link = "https://news.example/8",
            Published = (Instant?)null,
            PublishedOn = (LocalDate?)new LocalDate(2026, 11, 9),
            HasMedia = true,
        });
        outcomes.Problems().Select(problem => problem.Place).Should().Equal("entry 3", "entry 4");
        outcomes.Problems()[1].Reason.Should().Be("the date 'whenever' cannot be read");
    }

    [Fact]
    public async Task An_id_made_from_content_is_the_same_each_time_and_differs_with_it()
    {
        const string Feed = "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>";
        var first = (await Reading.TextAsync(Feed)).Mentions();
        var second = (await Reading.TextAsync(Feed)).Mentions();
        first.Select(mention => mention.Id).Should().Equal(second.Select(mention => mention.Id)).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Atom_with_markup_inside_is_read()
    {
        const string Feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/" xml:lang="cy"><id>x</id>
            <entry><id>urn:1</id><title type="text">A &lt;b&gt; in words</title><link rel="enclosure" href="p.png"/><link rel="alternate" href="posts/1"/>
            <updated>2026-11-09T08:15:30Z</updated><author><name>Jo</name><uri>https://jo.example</uri></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; <i>two</i></p><p>three</p></div></content></entry></feed>
            """;
        var mention = (await Reading.TextAsync(Feed)).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new
        {
            Title = "A <b> in words",
            Text = "One & two\n\nthree",
            Link = "https://blog.example/posts/1",
            Language = "cy",
            HasMedia = true,
            Author = new Author { DisplayName = "Jo" },
        });
    }

    [Theory]
    [InlineData("Ward&nbsp;7 &pound;5 &amp; more", "Ward 7 £5 & more")]
    [InlineData("caf&eacute; &lt;3 &amp;eacute;", "café <3 é")]
    [InlineData("<![CDATA[one&nbsp;two]]>", "one two")]
    public async Task Names_of_html_that_xml_does_not_know_are_read(string written, string expected)
    {
        // At every distance from the edge of a buffer.
        for (var padding = 4070; padding < 4100; padding++)
        {
            var feed = $"<rss><channel><!--{new string('x', padding)}--><item><description>{written}</description></item></channel></rss>";
            (await Reading.TextAsync(feed)).Should().ContainSingle().Which.Mention!.Text.Should().Be(expected);
        }
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_a_problem()
    {
        var outcomes = await Reading.TextAsync("<rss><channel><item><title>One</title></item><item><title>&unheardof;</title></item></channel></rss>");
        outcomes.Mentions().Should().ContainSingle();
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("unheardof");
    }

    [Fact]
    public async Task An_entry_that_is_too_long_is_a_problem_and_the_next_is_read()
    {
        var feed = $"<rss><channel><item><title>{new string('x', 200_000)}</title></item><item><title>Next</title></item></channel></rss>";
        var outcomes = await Reading.TextAsync(feed, new MentionFileOptions { MaximumItemCharacters = 100_000 });
        outcomes.Problems().Should().ContainSingle().Which.Place.Should().Be("entry 1");
        outcomes.Mentions().Should().ContainSingle().Which.Title.Should().Be("Next");
    }
}
