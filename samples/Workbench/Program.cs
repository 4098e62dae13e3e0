using System.CommandLine;
using Workbench;
using Workbench.Verbs;

// Every capability of the library as a filter: text on standard input, one answer a line on standard output.
Console.InputEncoding = System.Text.Encoding.UTF8;
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Reads text from standard input, one post a line, and says what Engagement.Core finds in it.")
{
    EntitiesVerb.Create(),
    LintVerb.Create(),
    MatchVerb.Create(),
    ExplainVerb.Create(),
    SentimentVerb.Create(),
    StarVerb.Create(),
    TriageVerb.Create(),
    RedactVerb.Create(),
    ReadVerb.Create(),
};

var arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Try: Workbench --help");
    return ExitCode.WrongArguments;
}

try
{
    // Without the command line's own handler, so that wrong arguments found later end with their own message and code.
    return await arguments.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (WrongArgumentsException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return ExitCode.WrongArguments;
}
