namespace Engagement.Star;

/// <summary>How much of a text a rule looks at.</summary>
public enum StarRuleScope
{
    /// <summary>All words of a hit lie in one clause. The default.</summary>
    Clause,

    /// <summary>Anywhere in the mention.</summary>
    Text,
}
