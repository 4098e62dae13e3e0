using System.CommandLine;
using System.Text;

namespace Engagement.Samples;

/// <summary>Runs a command, so that wrong arguments end with their message and code 2 wherever they are found.</summary>
internal static class ConsoleProgram
{
    public static async Task<int> RunAsync(string name, Command command, string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine($"Try: {name} --help");
            return ExitCode.WrongArguments;
        }

        try
        {
            // Without the library's own handler, so that wrong arguments found later end with their own message and code.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (WrongArgumentsException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ExitCode.WrongArguments;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped");
            return ExitCode.SomeInputUnread;
        }
    }
}
