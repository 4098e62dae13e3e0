using System.CommandLine;
using Engagement.Accuracy;

var root = new RootCommand("Accuracy of the library's judgements, and training of the models it ships.");
root.Subcommands.Add(SentimentVerb.Create());
root.Subcommands.Add(TrainVerb.Create());
root.Subcommands.Add(StarVerb.Create());
root.Subcommands.Add(StarTrainVerb.Create());
root.Subcommands.Add(TriageVerb.Create());
root.Subcommands.Add(TriageTrainVerb.Create());
root.Subcommands.Add(TablesVerb.Create());
return root.Parse(args).Invoke();
