using System.Globalization;
using Engagement.Text;
using Spectre.Console;

namespace Workbench;

/// <summary>Coloured text for a person; plain when the output is no terminal or NO_COLOR is set.</summary>
internal static class Readable
{
    public static IAnsiConsole Out { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = UsesColor() ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = UsesColor() ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new WideOutput(Console.Out),
    });

    /// <summary>The text with some spans in a style; spans may overlap and come in any order.</summary>
    public static void WriteMarked(string text, IEnumerable<TextSpan> spans, string style)
    {
        var at = 0;
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (span.Start < at) continue;
            Out.Write(new Markup($"{Markup.Escape(text[at..span.Start])}[{style}]{Markup.Escape(text[span.Start..span.End])}[/]"));
            at = span.End;
        }

        WriteLine(text[at..]);
    }

    public static void WriteLine(string text) => Out.Write(new Text(text + "\n"));

    /// <summary><c>+0.61</c>, the same on every machine.</summary>
    public static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary><c>0.61</c>, the same on every machine.</summary>
    public static string Share(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static bool UsesColor() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    // A pipe has no width: lines are never wrapped for one.
    private sealed class WideOutput(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => !Console.IsOutputRedirected;

        public int Width => 1_000_000;

        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
