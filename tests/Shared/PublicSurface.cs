using System.Reflection;
using System.Text;

namespace Engagement.Architecture;

/// <summary>
/// The public surface of a package as text, compared with an approved file beside its tests. After a wanted change run the tests once with
/// ENGAGEMENT_APPROVE=1 and read the difference of the approved file before committing it.
/// </summary>
internal static class PublicSurface
{
    public static void ShouldBeApproved(Assembly assembly, string testProject)
    {
        var approved = Repository.PathOf("tests", testProject, "Architecture", assembly.GetName().Name + ".approved.txt");
        var actual = Describe(assembly);
        if (Environment.GetEnvironmentVariable("ENGAGEMENT_APPROVE") == "1") File.WriteAllText(approved, actual);
        actual.Split('\n').Should().Equal(File.ReadAllText(approved).ReplaceLineEndings("\n").Split('\n'));
    }

    public static void ShouldBeSealed(Assembly assembly)
    {
        var open = assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName);
        open.Should().BeEmpty("a class is sealed unless it is designed for inheritance");
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
