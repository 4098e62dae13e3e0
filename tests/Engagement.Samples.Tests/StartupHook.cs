using System.Globalization;

/// <summary>
/// Run by the runtime within a sample before its own first line, where a test asks for it: tells on stderr which language the program speaks, so that a
/// test of it cannot pass for want of one. The runtime finds it by this name, in no namespace.
/// </summary>
internal static class StartupHook
{
    public const string Speaks = "speaks ";

    public static void Initialize() => Console.Error.WriteLine(Speaks + CultureInfo.CurrentCulture.Name + ": " + 1234.5.ToString("N1", CultureInfo.CurrentCulture) + " " + "TITLE".ToLower(CultureInfo.CurrentCulture));
}
