using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Rendering;

/// <summary>Whatever strangers write, a digest shows harmlessly and legibly: the output is parsed, and searched for what must not be there.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts { get; } = new(
        "<script>alert(1)</script>",
        "</td></tr></table><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)\" x=\"",
        "' style='display:none",
        "<!-- comment --><![CDATA[ x ]]>",
        "javascript:alert(1) data:text/html,<b>x</b>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp;#60;b&gt;",
        "\u202Etxet desrever\u202C \u2066x\u2069 \u200F",
        "line\r\nbreak\u2028\u2029 Bcc: all@example.org",
        "\u0000\u0001\u001B[31mred\u007F\u009F",
        "\uD83D alone \uDE00 halves",
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "  =1+1", "＝1+1",
        "# heading\n- list\n1. one\n[x](javascript:alert(1)) ![i](http://evil.example/i.png) <http://evil.example> www.evil.example",
        "| a | b |\n|---|---|",
        new string('x', 100_000),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽", 3_000)),
        "Z" + string.Concat(Enumerable.Repeat("\u0301\u0302", 5_000)),
        "");

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void Html_holds_only_what_the_library_put_there(string text)
    {
        var digest = Everything(text);
        foreach (var renderer in new[] { DigestRenderer.Html, DigestRenderer.HtmlFragment })
        {
            var html = renderer.Render(digest);
            var page = new HtmlParser().ParseDocument(html);
            var allowed = new HashSet<string>
            {
                "html", "head", "meta", "title", "style", "body", "div", "section", "table", "tbody", "thead", "tr", "td", "th", "caption", "main", "header", "footer", "p", "h1", "h2", "h3", "h4",
                "blockquote", "ul", "li", "a", "br", "hr", "strong", "span",
            };
            page.All.Select(element => element.LocalName).Should().OnlyContain(name => allowed.Contains(name));
            page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
                .Should().OnlyContain(name => !name.StartsWith("on") && name != "src");
            foreach (var link in page.QuerySelectorAll("a"))
                new Uri(link.GetAttribute("href")!).Scheme.Should().BeOneOf("http", "https");
            page.Descendants<IComment>().Should().BeEmpty();
            html.Should().NotContainAny("\u202E", "\u2066", "\u0000", "\u001B", "\u009F");
            html.Any(char.IsSurrogate).Should().Be(html.EnumerateRunes().Any(rune => rune.Value > 0xFFFF), "no half of a pair is left");
            html.EnumerateRunes().Should().NotContain(rune => rune.Value == 0xFFFD);
            html.Length.Should().BeLessThan(100_000);
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void Atom_is_well_formed(string text)
    {
        var feed = new XmlDocument();
        feed.LoadXml(DigestRenderer.Atom.Render(Everything(text)));
        var names = new XmlNamespaceManager(feed.NameTable);
        names.AddNamespace("a", "http://www.w3.org/2005/Atom");
        feed.SelectNodes("/a:feed/a:entry/a:id", names)!.Count.Should().BeGreaterThan(0);
        foreach (XmlNode id in feed.SelectNodes("//a:id", names)!) Uri.TryCreate(id.InnerText, UriKind.Absolute, out _).Should().BeTrue();
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void No_cell_of_a_spreadsheet_is_a_formula_and_every_row_has_all_cells(string text)
    {
        var rows = ReadCsv(DigestRenderer.Csv.Render(Everything(text)));
        rows.Should().OnlyContain(row => row.Count == rows[0].Count);
        rows.Skip(1).SelectMany(row => row).Where(cell => cell.Length > 0)
            .Should().OnlyContain(cell => !"=+-@\t\r\n＝＋－＠|%".Contains(cell.TrimStart(' ')[0]));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void Json_is_one_object_and_markdown_and_text_have_no_markup_of_strangers(string text)
    {
        var digest = Everything(text);
        using var json = System.Text.Json.JsonDocument.Parse(DigestRenderer.Json.Render(digest));
        json.RootElement.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Object);
        var markdown = DigestRenderer.Markdown.Render(digest);
        // What is escaped means nothing, and the library's own links are all of one form, to checked addresses.
        var meant = System.Text.RegularExpressions.Regex.Replace(markdown, @"\\[^\n]", "");
        System.Text.RegularExpressions.Regex.Replace(meant, @"\]\(<https?://[^<>\s]*>\)", "").Should().NotContain("<script").And.NotContain("![i]").And.NotContain("](").And.NotContain("<http").And.NotContain("\n- list").And.NotContain("\n# heading");
        foreach (var output in new[] { markdown, DigestRenderer.Text.Render(digest) })
        {
            output.Any(c => char.IsControl(c) && c != '\n').Should().BeFalse();
            output.Should().NotContain("\r").And.NotContain("\u202E");
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void Reports_hold_only_what_the_library_put_there(string text)
    {
        var digest = Everything(text);
        foreach (var (report, key) in new[] { ((Func<Digest, string, string, DigestBranding?, string>)DigestReport.Campaign, "heroes"), (DigestReport.Chat, "chat") })
        {
            foreach (var format in new[] { "html", "fragment" })
            {
                var html = report(digest, key, format, null);
                var page = new HtmlParser().ParseDocument(html);
                page.QuerySelectorAll("script,img,iframe,object,form,input,svg").Should().BeEmpty();
                page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Should().OnlyContain(name => !name.StartsWith("on") && name != "src");
                foreach (var link in page.QuerySelectorAll("a")) new Uri(link.GetAttribute("href")!).Scheme.Should().BeOneOf("http", "https");
                html.Should().NotContainAny("\u202E", "\u2066", "\u0000", "\u001B", "\u009F");
                html.EnumerateRunes().Should().NotContain(rune => rune.Value == 0xFFFD, "no half of a pair is left");
            }

            foreach (var output in new[] { report(digest, key, "text", null), report(digest, key, "markdown", null) })
            {
                output.Any(c => char.IsControl(c) && c != '\n').Should().BeFalse();
                output.Should().NotContain("\u202E");
            }
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void A_praise_card_is_well_formed_and_holds_no_script(string text)
    {
        var digest = Everything(text);
        foreach (var item in digest.Praise.Concat(digest.MorePraise))
        {
            var card = new XmlDocument();
            card.LoadXml(PraiseCard.Render(item, digest));
            card.SelectNodes("//*")!.Cast<XmlNode>().Select(node => node.LocalName).Should().OnlyContain(name => name == "svg" || name == "title" || name == "desc" || name == "rect" || name == "text");
            card.SelectNodes("//@*")!.Cast<XmlNode>().Select(attribute => attribute.LocalName).Should().OnlyContain(name => !name.StartsWith("on") && name != "href");
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void No_header_of_an_email_can_be_added_by_a_stranger(string text)
    {
        var email = DigestEmail.Of(Everything(text), "fellside.example", new DigestBranding { UnsubscribeAddress = "https://fellside.example/stop" });
        email.Headers.SelectMany(header => new[] { header.Key, header.Value }).Append(email.Subject)
            .Should().OnlyContain(value => !value.Any(char.IsControl) && !value.Contains('\u2028') && !value.Contains('\u2029'));
        email.Subject.Length.Should().BeLessThanOrEqualTo(140);
    }

    [Fact]
    public void A_window_in_which_nothing_happened_says_so_in_every_form()
    {
        var digest = Build([]);
        foreach (var format in DigestRenderer.Formats.Except(["json", "csv", "atom"]))
            DigestRenderer.Create(format).Render(digest).Should().Contain("Nobody mentioned the trust this week").And.Contain("Nothing was read at all", format);
        DigestEmail.Of(digest, "fellside.example").Subject.Should().Be("Nothing for Fellside NHS Trust, 9 to 15 November 2026");
        DigestRenderer.Csv.Render(digest).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().NotBeEmpty();
    }

    [Fact]
    public void Numbers_without_sense_do_no_harm()
    {
        var feedback = Make("1", followers: -5, likes: -9);
        var digest = Build(
        [
            feedback,
            Make("2", author: "big", followers: long.MaxValue),
            Make("3", author: "bigger", followers: long.MaxValue),
            Make("future", at: Instant.FromUtc(9998, 1, 1, 0, 0)),
            Make("past", at: Instant.FromUtc(1, 1, 1, 0, 0)),
            Make("no-name", author: ""),
        ]);
        digest.Reach.Impressions.Should().Be(long.MaxValue);
        digest.LeftOut.OutsideWindow.Should().Be(2);
        digest.Praise.Should().OnlyContain(item => item.Likes == null);
        foreach (var format in DigestRenderer.Formats) DigestRenderer.Create(format).Render(digest).Should().NotBeEmpty();
        Build([Make("none", followers: 0)]).Reach.Should().BeEquivalentTo(new ReachFigures { Posts = 1, Authors = 1 }, "nobody follows is known, and is nought");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("https://x.example/a?b=1&c=\"<x>'", true)]
    [InlineData("HTTPS://X.EXAMPLE/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//x.example/a", false)]
    [InlineData("ftp://x.example/a", false)]
    [InlineData("https://user:secret@x.example/", false)]
    [InlineData("http://", false)]
    [InlineData(" https://x.example/", false)]
    public void Only_web_addresses_become_links(string link, bool shown)
    {
        var page = new HtmlParser().ParseDocument(DigestRenderer.Html.Render(Build([Make("1", link: link, links: [link])])));
        page.QuerySelectorAll("a").Length.Should().Be(shown ? 2 : 0);
    }

    [Fact]
    public void Text_is_cut_between_characters_as_people_see_them()
    {
        // A family is one character of eleven units: none of its parts is left behind.
        var cut = DigestText.Clean(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 20)), 50);
        cut.Should().Be(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 4)) + "…");
        DigestText.Clean("one two three", 9).Should().Be("one two…");
    }

    /// <summary>A digest that has the text in every place a stranger's text can reach.</summary>
    private static Digest Everything(string text)
    {
        Feedback Hostile(string id, SentimentLabel label, Voice voice, params string[] campaigns)
        {
            var feedback = Make(
                id + text,
                text,
                label,
                voice: voice,
                author: text + id,
                title: text,
                link: "https://x.example/?" + text,
                links: ["https://x.example/p?" + text, text],
                hashtags: [text],
                campaigns: campaigns,
                likes: 3,
                reply: new Triage.ReplyAdvice(Triage.ReplyAction.ReplyPublicly, text, []));
            return feedback with
            {
                Mention = feedback.Mention with { Place = text },
                Star =
                [
                    new StarFinding
                    {
                        Point = StarPoint.Leadership,
                        Direction = label == SentimentLabel.Negative ? StarDirection.Weakens : StarDirection.Strengthens,
                        Confidence = 1,
                        Evidence = [new StarEvidence(new Mentions.Evidence(Mentions.MentionField.Text, new Text.TextSpan(0, text.Length)), 1)],
                    },
                ],
            };
        }

        var profile = Profile with { Audiences = [new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust, RankAuthors = true }] };
        return Build(
            [
                Hostile("1", SentimentLabel.Positive, Voice.Public, "heroes", "chat"),
                Hostile("2", SentimentLabel.Negative, Voice.Public, "chat"),
                Hostile("3", SentimentLabel.Neutral, Voice.Staff, "heroes"),
                Hostile("4", SentimentLabel.Negative, Voice.Press),
            ],
            options: new DigestOptions
            {
                Improvements = [new ImprovementStep { Concern = text + "c", Stage = ImprovementStage.Made, On = new LocalDate(2026, 11, 10), Note = text }],
                Achievements = [new Achievement { Kind = AchievementKind.Award, Who = text, What = text, On = new LocalDate(2026, 11, 10) }],
                Themes = [new CampaignTheme { Campaign = "heroes", Question = text, Summary = text, AgreedToBeNamed = [text + "1"] }],
            },
            profile: profile);
    }

    private static List<List<string>> ReadCsv(string csv)
    {
        var rows = new List<List<string>> { new() };
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
                else if (c == '"') quoted = false;
                else cell.Append(c);
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n') rows.Add([]);
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
