using Engagement.Samples;
using WeeklyDigest;

// Files of posts in, one digest an audience and window out. Without arguments: the bundled synthetic trust and its posts.
var options = new CommandLineOptions();
var command = options.CreateCommand();
command.SetAction((arguments, cancellation) => new DigestRun(Settings.From(arguments, options)).RunAsync(cancellation));
return await ConsoleProgram.RunAsync("WeeklyDigest", command, args);
