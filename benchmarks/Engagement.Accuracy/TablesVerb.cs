using System.CommandLine;
using Engagement.Training.Tables;

namespace Engagement.Accuracy;

/// <summary><c>tables UNICODE-DIRECTORY TOP-LEVEL-DOMAINS OUTPUT-DIRECTORY</c>: writes the text tables of Engagement.Core anew.</summary>
internal static class TablesVerb
{
    public static Command Create()
    {
        var unicode = new Argument<string>("UNICODE-DIRECTORY") { Description = "A Unicode character database, such as /usr/share/unicode of Debian's package unicode-data." };
        var domains = new Argument<string>("TOP-LEVEL-DOMAINS") { Description = "IANA's list of top-level domains, one name a line, in Unicode form." };
        var output = new Argument<string>("OUTPUT-DIRECTORY") { Description = "src/Engagement.Core/Text/Data" };
        var command = new Command("tables", "Writes the Unicode and top-level-domain tables.") { unicode, domains, output };
        command.SetAction(parse =>
            TextTables.Run([parse.GetRequiredValue(unicode), parse.GetRequiredValue(domains), parse.GetRequiredValue(output)], Console.Error));
        return command;
    }
}
