using System.CommandLine;
using Engagement;

namespace Workbench;

internal static class Inputs
{
    /// <summary>Standard input as the common options say.</summary>
    public static InputReader Of(ParseResult arguments, CommonOptions options, QuestionAsked asked = QuestionAsked.Open, bool acceptMentions = false) => new(
        arguments.GetValue(options.JsonLines),
        arguments.GetValue(options.Field)!,
        CommonOptions.PlatformOf(arguments.GetValue(options.Platform)!),
        asked,
        acceptMentions);
}
