using Engagement.Mentions;
using Engagement.Privacy;
using Engagement.Queries;
using Engagement.Star;
using Engagement.Triage;

namespace Workbench;

/// <summary>The words that the fixed output forms use.</summary>
internal static class Names
{
    public static string Of(EntityKind kind) => Snake(kind.ToString());

    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    public static string Of(StarPoint point) => point == StarPoint.HealthyAndSafe ? "healthy_safe" : Snake(point.ToString());

    public static string Of(StarDirection direction) => direction == StarDirection.Strengthens ? "+" : "-";

    public static string Of(UrgencyKind kind) => Snake(kind.ToString());

    public static string Of(RedactionKind kind) => Snake(kind.ToString());

    public static string Snake(string name)
    {
        var snake = new System.Text.StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
