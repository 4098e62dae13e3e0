using System.CommandLine;
using WeeklyDigest;

// Files of posts in, one digest an audience and window out. Without arguments: the bundled synthetic trust and its posts.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var options = new CommandLineOptions();
var command = options.CreateCommand();
command.SetAction((arguments, cancellation) => new DigestRun(Settings.From(arguments, options)).RunAsync(cancellation));

var parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Try: WeeklyDigest --help");
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
