using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Mentions;

/// <summary>Equal pages have equal links.</summary>
public sealed class CanonicalLinkTests
{
    [Theory]
    [InlineData("HTTPS://WWW.Example.ORG", "https://www.example.org/")]
    [InlineData("example.org/Path", "https://example.org/Path")]
    [InlineData("http://example.org:80/a?b=1#c", "http://example.org/a?b=1#c")]
    [InlineData("https://example.org:8443/", "https://example.org:8443/")]
    [InlineData("https://user:secret@example.org/", "https://example.org/")]
    [InlineData("https://example.org./a", "https://example.org/a")]
    [InlineData("https://example.org/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z", "https://example.org/a?id=7")]
    [InlineData("https://example.org/a?utm_source=x#:~:text=ward", "https://example.org/a")]
    [InlineData("https://example.org/?gclid=1&msclkid=2&igshid=3&mc_eid=4", "https://example.org/")]
    [InlineData("https://youtu.be/abc?si=tracking&t=30", "https://youtu.be/abc?t=30")]
    [InlineData("https://example.org/?si=units&t=30", "https://example.org/?si=units&t=30")]
    [InlineData("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1")]
    [InlineData("https://bücher.example/ä", "https://xn--bcher-kva.example/ä")]
    [InlineData("https://BÜCHER.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://XN--BCHER-KVA.example/", "https://xn--bcher-kva.example/")]
    [InlineData("http://例え。テスト/", "http://xn--r8jz45g.xn--zckzah/")]
    [InlineData("https://[2001:DB8::1]:8080/a", "https://[2001:db8::1]:8080/a")]
    public void A_link_becomes_canonical(string link, string expected) => CanonicalLink.Of(link)!.Address.Should().Be(expected);

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://example.org/news?id=7&page=2&ct=ga&cd=CAIyH&usg=AFQ", "https://example.org/news?id=7&page=2")]
    [InlineData("https://www.google.co.uk/url?rct=j&url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&ct=ga&cd=x", "https://example.org/a?b=1")]
    [InlineData("https://www.google.com/url?q=http://example.org/a&sa=D", "http://example.org/a")]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F%3Futm_source%3Dmail&data=05%7C01&reserved=0", "https://example.org/")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Ffbclid%3D1&h=x", "https://example.org/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3Dhttps%253A%252F%252Fexample.org%252Fb", "https://example.org/b")]
    public void A_redirect_is_unwrapped(string link, string expected) => CanonicalLink.Of(link)!.Address.Should().Be(expected);

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&url=https://a.example/?b=1&c=2&ct=ga&cd=x", "https://a.example/?b=1&c=2")]
    [InlineData("https://www.google.com/url?rct=j&url=https://a.example/?q=1&ct=ga&z=2&ct=ga&cd=x", "https://a.example/?q=1&ct=ga&z=2")]
    [InlineData("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fa.example%2F%3Fb%3D1&ct=ga", "https://a.example/?b=1")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fa.example%2F&sa=D", "https://a.example/")]
    [InlineData("https://www.google.com/search?q=x", "https://www.google.com/search?q=x")]
    [InlineData("https://notgoogle.com/url?url=https://a.example", "https://notgoogle.com/url?url=https://a.example")]
    public void A_redirect_is_unwrapped_to_the_address_as_written(string link, string expected) => CanonicalLink.Unwrap(link).Should().Be(expected);

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&url=mailto:a@example.org")]
    [InlineData("https://googleads.example/url?url=https://example.org/")]
    [InlineData("https://www.google.com/search?url=https://example.org/")]
    [InlineData("https://notl.facebook.example/l.php?u=https://example.org")]
    public void What_is_no_redirect_stays(string link) => CanonicalLink.Of(link)!.Host.Should().NotBe("example.org");

    [Theory]
    [InlineData("")]
    [InlineData("ftp://example.org/")]
    [InlineData("https://")]
    [InlineData("https://exa mple.org/")]
    [InlineData("mailto:a@example.org")]
    [InlineData("https://:443:443/")]
    [InlineData("https://a..b/")]
    [InlineData("https://example.org:port/")]
    public void What_is_no_link_has_no_canonical_form(string link) => CanonicalLink.Of(link).Should().BeNull();

    [Fact]
    public void A_host_has_both_its_forms()
    {
        var link = CanonicalLink.Of("https://shop.Bücher.example/")!;
        link.Host.Should().Be("shop.xn--bcher-kva.example");
        link.UnicodeHost.Should().Be("shop.bücher.example");
    }

    [Fact]
    public void A_short_link_leads_where_the_platform_says() =>
        CanonicalLink.Of("https://t.co/abc", new Dictionary<string, string> { ["https://t.co/abc"] = "https://example.org/?utm_source=t" })!.Address.Should().Be("https://example.org/");

    [Fact]
    public void Redirects_that_lead_in_a_circle_end()
    {
        var link = "https://example.org/";
        for (var i = 0; i < 9; i++) link = "https://www.google.com/url?url=" + Uri.EscapeDataString(link);
        CanonicalLink.Of(link)!.Host.Should().Be("www.google.com", "five unwrappings are enough for anybody");
    }

    [Fact]
    public void Canonical_form_is_its_own_canonical_form()
    {
        var gen = Gen.Elements("https://", "http://", "example.org", "bücher.de", "www.google.com/url?url=", "/", "?", "&", "=", "#", "utm_a=b", "id=7", ":443", "@", "%41", "日本", "xn--", "\uD83D", ".", "[", "]")
            .ListOf().Select(string.Concat);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(2026, 1121), Prop.ForAll(gen.ToArbitrary(), text =>
        {
            if (CanonicalLink.Of(text) is not { } link || link.Address.Contains("google", StringComparison.Ordinal)) return;
            CanonicalLink.Of(link.Address)!.Address.Should().Be(link.Address);
        }));
    }
}
