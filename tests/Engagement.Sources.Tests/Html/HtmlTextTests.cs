namespace Engagement.Sources.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<b>Ward</b> 7&nbsp;...", "Ward 7 ...")]
    [InlineData("Tom &amp; Jo&#39;s &lt;3", "Tom & Jo's <3")]
    [InlineData("AT&T and 3 < 4", "AT&T and 3 < 4")]
    [InlineData("<p>One<br>two</p><p>Three</p>", "One\ntwo\n\nThree")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    [InlineData("a<script>if (a < b) alert('x')</script><style>p { color: red }</style>b", "ab")]
    [InlineData("a<!-- no -->b", "ab")]
    [InlineData("<p>unclosed <b>bold", "unclosed bold")]
    [InlineData("Good <img class=\"custom-emoji\" alt=\":heart:\" src=\"x\"> <img alt=\"chart\" src=\"y\">work", "Good :heart: work")]
    [InlineData("See <a href=\"https://a.example/x\">our page</a>.", "See our page (https://a.example/x).")]
    [InlineData("See <a href=\"https://a.example/x\">a.example/x</a>.", "See https://a.example/x.")]
    [InlineData("<a href=\"https://a.example/long/path\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">a.example/lo</span><span class=\"invisible\">ng/path</span></a>", "https://a.example/long/path")]
    [InlineData("<a href=\"/local\">here</a> <a href=\"javascript:alert(1)\">there</a>", "here there")]
    [InlineData("<a href=\"https://m.example/@jo\" class=\"u-url mention\">@<span>jo</span></a> hi", "@jo hi")]
    [InlineData("", "")]
    public void Markup_becomes_the_text_that_a_reader_sees(string html, string expected) => HtmlText.Read(html).Should().Be(expected);

    [Fact]
    public void Deep_markup_costs_no_more_than_long_markup()
    {
        var html = string.Concat(Enumerable.Repeat("<div><b><p>", 100_000)) + "end";
        HtmlText.Read(html).Should().Be("end");
    }

    [Fact]
    public void Half_a_surrogate_pair_stays() => HtmlText.Read("a\uD83D<b>b</b>").Should().Be("a\uD83Db");
}
