using System.CommandLine;
using Engagement.Samples;
using Workbench;
using Workbench.Verbs;

// Every capability of the library as a filter: text on standard input, one answer a line on standard output.
Console.InputEncoding = System.Text.Encoding.UTF8;

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

return await ConsoleProgram.RunAsync("Workbench", root, args);
