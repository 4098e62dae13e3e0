using Microsoft.Playwright;

namespace Engagement.Samples;

/// <summary>One headless Chromium for all tests: the machine's own, nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a page. Where there is no browser the test says that it was skipped; where changes are checked it fails instead.</summary>
    public async Task<IPage> OpenAsync(string html, int width, ColorScheme scheme)
    {
        if (_browser is null)
        {
            const string Missing = "No Chromium: install it (Debian: apt-get install chromium) or name it in ENGAGEMENT_CHROMIUM.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Missing);
            Assert.Skip(Missing);
        }

        // Off line, so that a page which needs something from outside would show it.
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme, Offline = true, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        return page;
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("ENGAGEMENT_CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}
