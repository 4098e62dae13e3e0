namespace Engagement.Star;

/// <summary>Whether a mention shows a point of the star strong or weak.</summary>
public enum StarDirection
{
    /// <summary>It shows the point being lived.</summary>
    Strengthens,

    /// <summary>It shows the point missing.</summary>
    Weakens,
}
