using System.Reflection;
using System.Text;

namespace Engagement.Architecture;

/// <summary>
/// The public surface is small and sealed, and does not change unnoticed. After a wanted change run the tests once with
/// ENGAGEMENT_APPROVE=1 and read the difference of the approved file before committing it.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_of_Core_is_the_approved_one() => Compare(typeof(Mention).Assembly);

    [Fact]
    public void Every_public_class_is_sealed_or_static()
    {
        var open = typeof(Mention).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName);
        open.Should().BeEmpty("a class is sealed unless it is designed for inheritance");
    }

    [Fact]
    public void No_type_bears_the_name_of_its_namespace()
    {
        var clashes = typeof(Mention).Assembly.GetTypes()
            .Where(type => type.Namespace is { } space && space.Split('.')[^1] == type.Name)
            .Select(type => type.FullName);
        clashes.Should().BeEmpty();
    }

    private static void Compare(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        var approved = Repository.PathOf("tests", "Engagement.Core.Tests", "Architecture", name + ".approved.txt");
        var actual = Describe(assembly);
        if (Environment.GetEnvironmentVariable("ENGAGEMENT_APPROVE") == "1") File.WriteAllText(approved, actual);
        actual.Split('\n').Should().Equal(File.ReadAllText(approved).ReplaceLineEndings("\n").Split('\n'));
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";
            text.Append(kind).Append(' ').Append(type.FullName).Append('\n');
            const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            var members = type.GetMembers(Own)
                .Where(member => member is not MethodBase { IsSpecialName: true } || member is ConstructorInfo)
                .Where(member => !IsRecordPlumbing(member))
                .Where(member => member is not FieldInfo { IsSpecialName: true })
                .Select(member => "  " + (member is FieldInfo { DeclaringType.IsEnum: true } value ? value.Name : member.ToString()))
                .Order(StringComparer.Ordinal);
            foreach (var member in members) text.Append(member).Append('\n');
        }

        return text.ToString();
    }

    // What the compiler adds to every record says nothing about the design.
    private static bool IsRecordPlumbing(MemberInfo member) =>
        member.Name is "<Clone>$" or "PrintMembers" or "Deconstruct" or "op_Equality" or "op_Inequality"
        || (member.Name is "ToString" or "GetHashCode" or "Equals" && member.DeclaringType!.GetMethod("<Clone>$") is not null)
        || (member.Name is "ToString" or "GetHashCode" or "Equals" && member.DeclaringType!.IsValueType);
}
