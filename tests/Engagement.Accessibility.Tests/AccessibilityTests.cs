using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Engagement.Samples;

/// <summary>What axe-core finds on the pages as a browser shows them: nothing, at WCAG 2.2 AA.</summary>
public sealed class AccessibilityTests(Browser browser, Pages pages) : IClassFixture<Browser>, IClassFixture<Pages>
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static TheoryData<string, int, ColorScheme> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, ColorScheme>();
            foreach (var page in (string[])["full digest", "digest of a ward", "newsletter", "empty digest", "digest of one mention", "chat report", "campaign report"])
            {
                foreach (var width in (int[])[320, 600, 1_280])
                {
                    cases.Add(page, width, ColorScheme.Light);
                    cases.Add(page, width, ColorScheme.Dark);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_page_breaks_no_rule_and_fits_its_width(string name, int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(pages.Html(name), width, scheme);

        var result = await page.RunAxe(Options);

        Tell(result.Violations).Should().BeEmpty();
        // What axe cannot judge, such as a contrast that it cannot measure, would have to be looked at by somebody.
        Tell(result.Incomplete).Should().BeEmpty();
        result.Passes.Select(rule => rule.Id).Should().Contain(["color-contrast", "document-title", "html-has-lang"], "rules have looked at the page");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, "nobody scrolls sideways");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_breaks_rules_is_found_out()
    {
        var page = await browser.OpenAsync("<!DOCTYPE html><html><head><title>t</title></head><body><p style=\"color:#aaa;background:#fff\">grey</p><img src=\"a.png\"></body></html>", 600, ColorScheme.Light);

        var result = await page.RunAxe(Options);

        result.Violations.Select(violation => violation.Id).Should().Contain(["color-contrast", "image-alt", "html-has-lang"]);
        await page.Context.CloseAsync();
    }

    private static IEnumerable<string> Tell(AxeResultItem[] found) =>
        found.SelectMany(item => item.Nodes.Take(3).Select(node => $"{item.Id}: {item.Help}: {node.Html}"));
}
