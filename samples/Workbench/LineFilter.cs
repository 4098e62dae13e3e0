using System.CommandLine;
using Engagement;

namespace Workbench;

/// <summary>What all verbs that read standard input have in common: one answer a line, in the input's order, as it comes.</summary>
internal static class LineFilter
{
    /// <summary>Answers every line that can be read.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="options">The options that say how input and output are formed.</param>
    /// <param name="answer">The verb: from a mention to its answer.</param>
    /// <param name="asked">What the authors were asked, unless a line says so itself.</param>
    /// <param name="acceptMentions">Whether lines may be mentions in the library's own JSON form.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        ParseResult arguments,
        CommonOptions options,
        Func<Mention, ReadingWorkspace, LineAnswer> answer,
        QuestionAsked asked = QuestionAsked.Open,
        bool acceptMentions = false)
    {
        var input = new InputReader(
            arguments.GetValue(options.JsonLines),
            arguments.GetValue(options.Field)!,
            CommonOptions.PlatformOf(arguments.GetValue(options.Platform)!),
            asked,
            acceptMentions);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var answered = answer(mention, workspace);
            if (json is null)
            {
                answered.Print();
                continue;
            }

            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                answered.Write(writer, new SpanConverter(mention.Text, unit));
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }
}
