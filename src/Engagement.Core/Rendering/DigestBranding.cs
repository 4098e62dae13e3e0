using System.Globalization;

namespace Engagement;

/// <summary>How a trust dresses its digests. Immutable; every value is checked when it is set.</summary>
public sealed record DigestBranding
{
    /// <summary>The least contrast of text against its ground (WCAG 2.2, level AA).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>Ground of the heading, on which white text stands: <c>#rrggbb</c>. Default NHS blue, <c>#005eb8</c>.</summary>
    /// <exception cref="ArgumentException">Not such a colour, or white text on it has less contrast than <see cref="LeastContrast"/>.</exception>
    public string Color
    {
        get;
        init => field = Checked(value);
    } = "#005eb8";

    /// <summary>Address of a logo, https; null for none.</summary>
    /// <exception cref="ArgumentException">Not an https address.</exception>
    public string? LogoAddress
    {
        get;
        init => field = value is null ? null : Https(value);
    }

    /// <summary>What the logo shows, for those who do not see it. Default empty: decoration beside the trust's name.</summary>
    public string LogoText { get; init; } = "";

    /// <summary>A line above the heading; null for the trust's name.</summary>
    public string? Header { get; init; }

    /// <summary>A line at the end: who makes the digest and whom to ask; null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>Where to stop getting it, https; null for none. Also the first value of List-Unsubscribe.</summary>
    /// <exception cref="ArgumentException">Not an https address.</exception>
    public string? UnsubscribeAddress
    {
        get;
        init => field = value is null ? null : Https(value);
    }

    /// <summary>Contrast of white text on a colour, 1 to 21, by WCAG's formula.</summary>
    /// <param name="color"><c>#rrggbb</c>.</param>
    /// <exception cref="ArgumentException">Not such a colour.</exception>
    public static double ContrastWithWhite(string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        if (color.Length != 7 || color[0] != '#' || !int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            throw new ArgumentException($"'{color}' is not a colour; expected six hexadecimal digits such as #005eb8.", nameof(color));
        var luminance = (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));
        return 1.05 / (luminance + 0.05);

        static double Linear(int channel)
        {
            var value = (channel & 0xFF) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private static string Checked(string color)
    {
        var contrast = ContrastWithWhite(color);
        if (contrast < LeastContrast)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"White text on {color} has a contrast of {contrast:0.0}; at least {LeastContrast} is needed to be read. Choose a darker colour."), nameof(color));
        return color;
    }

    private static string Https(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri.AbsoluteUri
            : throw new ArgumentException($"'{address}' is not an https address.", nameof(address));
}
