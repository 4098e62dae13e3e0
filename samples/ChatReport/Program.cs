using System.CommandLine;
using Engagement;

// A chat under a hashtag, such as the weekly ones that nurses and managers hold: its questions with their answers, its figures, its transcript.
// Without arguments: a bundled synthetic chat of an hour.
var asked = new ReportArguments("chat");
var command = new RootCommand("Reports on a chat: questions and answers threaded, figures, best-liked answers, transcript.");
asked.AddTo(command);
command.SetAction(async (arguments, cancellation) =>
{
    var faults = new List<string>();
    var request = asked.Read(arguments, profile => profile.Chats.Select(chat => chat.Id), faults);
    if (faults.Count > 0) throw new WrongArgumentsException(string.Join('\n', faults));

    var count = new ItemCount();
    // A transcript is worth reading whole: more of it is kept than a weekly digest needs.
    var digest = await request.ReadAsync(new DigestOptions { TranscriptLimit = 5_000 }, count, cancellation);
    if (digest.Chats.Any(chat => chat.Id == request.Key)) request.Write(digest, DigestReport.Chat);
    else Console.Error.WriteLine($"nobody posted in the chat \"{request.Key}\" in {digest.Window.Name}");
    count.Print();
    return count.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
});
return await ConsoleProgram.RunAsync("ChatReport", command, args);
