using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Rendering;

public sealed class HtmlRendererTests
{
    private static readonly Feedback[] Mixed =
    [
        Make("1", "Dembe made my dad laugh.", people: ["dembe"], author: "ann", link: "https://x.example/1", star: [(StarPoint.RoleCounts, StarDirection.Strengthens, "laugh")]),
        Make("2", "Cold tea again.", SentimentLabel.Negative, author: "bob"),
        Make("3", "Newsletter is out.", SentimentLabel.Neutral, voice: Voice.Trust, author: "t"),
    ];

    [Fact]
    public void The_page_says_its_language_has_one_first_heading_and_headings_in_order()
    {
        foreach (var digest in new[] { Build(Mixed), Build([]), Build(Mixed.Take(1)) })
        {
            var page = Parse(DigestRenderer.Html.Render(digest));
            page.DocumentElement.GetAttribute("lang").Should().Be("en");
            page.Title.Should().NotBeNullOrEmpty();
            var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.LocalName[1] - '0').ToList();
            levels[0].Should().Be(1);
            levels.Count(level => level == 1).Should().Be(1);
            levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second - pair.First <= 1);
        }
    }

    [Fact]
    public void Tables_are_either_layout_and_say_so_or_data_with_caption_and_headings()
    {
        foreach (var table in Parse(DigestRenderer.Html.Render(Build(Mixed))).QuerySelectorAll("table"))
        {
            if (table.GetAttribute("role") == "presentation") continue;
            table.QuerySelector("caption").Should().NotBeNull();
            table.Children.Single(part => part.LocalName == "tbody").Children.All(row => row.QuerySelector("th[scope=row]") is not null).Should().BeTrue();
        }
    }

    [Fact]
    public void Every_bar_stands_beside_its_number_and_is_hidden_from_screen_readers()
    {
        var bars = Parse(DigestRenderer.Html.Render(Build(Mixed))).QuerySelectorAll("span[aria-hidden=true]");
        bars.Should().NotBeEmpty();
        bars.Should().OnlyContain(bar => bar.NextElementSibling!.LocalName == "strong" && bar.TextContent.Length == 0);
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        var page = Parse(DigestRenderer.Html.Render(Build(Mixed)));
        page.QuerySelectorAll("script,link,img,iframe,object,form").Should().BeEmpty();
        page.QuerySelector("style")!.TextContent.Should().NotContain("url(").And.NotContain("@import");
    }

    [Fact]
    public void A_logo_and_a_way_out_come_from_the_branding()
    {
        var html = DigestRenderer.Create("html", new DigestBranding
        {
            Color = "#003087",
            LogoAddress = "https://fellside.example/logo.png",
            LogoText = "Fellside",
            Footer = "Made by the communications team, extension 4100.",
            UnsubscribeAddress = "https://fellside.example/stop?a=1&b=2",
        }).Render(Build(Mixed));
        var page = Parse(html);
        page.QuerySelector("img")!.GetAttribute("alt").Should().Be("Fellside");
        page.QuerySelector("footer a")!.GetAttribute("href").Should().Be("https://fellside.example/stop?a=1&b=2");
        page.QuerySelector("footer")!.TextContent.Should().Contain("extension 4100");
        html.Should().Contain("background:#003087");
    }

    [Theory]
    [InlineData("#005eb8", 6.4)]
    [InlineData("#000000", 21)]
    [InlineData("#767676", 4.5)]
    public void Contrast_is_measured_as_wcag_does(string color, double contrast) => DigestBranding.ContrastWithWhite(color).Should().BeApproximately(contrast, 0.06);

    [Theory]
    [InlineData("#41b6e6", "*contrast of 2.3*darker*")]
    [InlineData("blue", "*not a colour*")]
    [InlineData("#12345", "*not a colour*")]
    public void A_colour_on_which_white_cannot_be_read_is_refused(string color, string message)
    {
        var act = () => new DigestBranding { Color = color };
        act.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData("http://fellside.example/logo.png")]
    [InlineData("javascript:alert(1)")]
    public void Branding_takes_https_only(string address)
    {
        var act = () => new DigestBranding { LogoAddress = address };
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void An_audience_gets_the_sections_it_wants_and_always_what_was_left_out()
    {
        var audience = Audience.Of(new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust, Sections = ["praise"] });
        Headings(Build(Mixed, audience)).Should().Equal("Thank you: praise to pass on", "What is not in this digest");
    }

    [Fact]
    public void The_largest_digest_stays_below_what_mail_programs_cut()
    {
        var long_ = string.Concat(Enumerable.Repeat("A long & <winding> story of care, told again. ", 60));
        var feedback = Enumerable.Range(0, 400).Select(i => Make(
            $"m{i}",
            $"{i} {long_}",
            (SentimentLabel)(i % 4),
            author: $"a{i}",
            voice: (Voice)(i % 7 < 4 ? 0 : i % 7 - 3),
            link: $"https://x.example/{new string('p', 300)}/{i}",
            links: [$"https://y.example/{new string('q', 300)}/{i % 9}"],
            campaigns: ["heroes", "chat"],
            hashtags: [$"tag{i % 30}"],
            star: [((StarPoint)(i % 5), (StarDirection)(i % 2), "winding")]));
        System.Text.Encoding.UTF8.GetByteCount(DigestRenderer.Html.Render(Build(feedback))).Should().BeLessThan(100_000);
    }

    [Fact]
    public void The_same_digest_renders_to_the_same_characters_on_a_german_and_a_turkish_machine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            var outputs = new[] { "en-GB", "de-DE", "tr-TR", "ar-SA" }.Select(name =>
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(name);
                var digest = Build(Mixed.Concat(Enumerable.Range(0, 1_500).Select(i => Make($"n{i}", "Istanbul ILIK ILIK", author: $"I{i}", followers: 1_234))));
                return string.Concat(DigestRenderer.Formats.Select(format => DigestRenderer.Create(format).Render(digest)));
            });
            outputs.Distinct().Should().ContainSingle();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Headings(Digest digest) => Parse(DigestRenderer.Html.Render(digest)).QuerySelectorAll("h2").Select(heading => heading.TextContent);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
