namespace Engagement.Architecture;

/// <summary>The public surface is small and sealed, and does not change unnoticed.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_of_Core_is_the_approved_one() => PublicSurface.ShouldBeApproved(typeof(Mention).Assembly, "Engagement.Core.Tests");

    [Fact]
    public void Every_public_class_is_sealed_or_static() => PublicSurface.ShouldBeSealed(typeof(Mention).Assembly);

    [Fact]
    public void No_type_bears_the_name_of_its_namespace()
    {
        var clashes = typeof(Mention).Assembly.GetTypes()
            .Where(type => type.Namespace is { } space && space.Split('.')[^1] == type.Name)
            .Select(type => type.FullName);
        clashes.Should().BeEmpty();
    }
}
