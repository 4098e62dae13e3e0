namespace Engagement.Samples;

/// <summary>The exit codes that all programs of the project share.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeInputUnread = 1;
    public const int WrongArguments = 2;
}
