using Engagement.Text;

namespace Engagement.Star;

/// <summary>The five points in words, with a crosswalk to the NHS People Promise and the staff survey that is the project's own, not official.</summary>
public static class StarPoints
{
    /// <summary>The points, in the order of <see cref="StarPoint"/>.</summary>
    public static IReadOnlyList<StarPointDescription> All { get; } = Read();

    /// <summary>One point in words.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no point.</exception>
    public static StarPointDescription Of(StarPoint point) =>
        Enum.IsDefined(point) ? All[(int)point] : throw new ArgumentOutOfRangeException(nameof(point), point, "There are five points.");

    /// <summary>The name to show: the trust's own, or the shipped one.</summary>
    /// <param name="point">The point.</param>
    /// <param name="overrides">A trust's changes; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no point.</exception>
    public static string NameOf(StarPoint point, StarOverrides? overrides = null) =>
        overrides is not null && overrides.Names.TryGetValue(point, out var name) && name.Length > 0 ? name : Of(point).Name;

    private static StarPointDescription[] Read() => DataTable.Lines("Star.points.tsv")
        .Select(line => line.Split('\t'))
        .Select(cells => new StarPointDescription(StarLabel.PointOf(cells[0])!.Value, cells[1], cells[2], cells[3].Split('|'), cells[4].Split('|')))
        .OrderBy(point => point.Point)
        .ToArray();
}
