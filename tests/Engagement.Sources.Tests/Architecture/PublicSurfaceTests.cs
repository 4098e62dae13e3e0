namespace Engagement.Architecture;

/// <summary>The public surface is small and sealed, and does not change unnoticed.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_of_Sources_is_the_approved_one() => PublicSurface.ShouldBeApproved(typeof(Engagement.Sources.MentionFile).Assembly, "Engagement.Sources.Tests");

    [Fact]
    public void Every_public_class_is_sealed_or_static() => PublicSurface.ShouldBeSealed(typeof(Engagement.Sources.MentionFile).Assembly);
}
