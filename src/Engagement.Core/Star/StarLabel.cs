namespace Engagement.Star;

/// <summary>A point and direction as one number: point × 2, plus 1 when it weakens. The order of findings and of the model's columns.</summary>
internal static class StarLabel
{
    /// <summary>How many there are.</summary>
    public const int Count = 10;

    private static readonly string[] Keys = ["leadership", "involvement", "healthy_safe", "role_counts", "development"];

    public static int Of(StarPoint point, StarDirection direction) => ((int)point * 2) + (int)direction;

    public static StarPoint PointOf(int label) => (StarPoint)(label >> 1);

    public static StarDirection DirectionOf(int label) => (StarDirection)(label & 1);

    /// <summary>The key of the labelling guide.</summary>
    public static string KeyOf(StarPoint point) => Keys[(int)point];

    /// <summary>The point of a key; null when there is none.</summary>
    public static StarPoint? PointOf(string key)
    {
        var index = Array.IndexOf(Keys, key);
        return index < 0 ? null : (StarPoint)index;
    }
}
