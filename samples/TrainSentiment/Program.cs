using System.CommandLine;
using TrainSentiment;

var file = new Argument<FileInfo>("FILE") { Description = "A trust's own labelled comments: CSV with a heading line, UTF-8." };
file.AcceptExistingOnly();
var text = new Option<string>("--text") { Description = "Column of the text.", DefaultValueFactory = _ => "text" };
var label = new Option<string>("--label") { Description = "Column of the label: neg, neu or pos (also negative, neutral, mixed, positive).", DefaultValueFactory = _ => "label" };
var question = new Option<string?>("--question") { Description = "Column of the question asked, if there is one." };
var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", DefaultValueFactory = _ => new FileInfo("sentiment.model") };
var alone = new Option<bool>("--alone") { Description = "Begin with the words of the lexicon only. Without it the model begins as the one that the library ships, and learns what these comments say otherwise." };
var root = new RootCommand("Trains a sentiment model on a trust's own labelled comments. Workbench sentiment --scorer FILE and HybridSentimentScorer.Create(model) use it.")
{
    file, text, label, question, output, alone,
};
root.SetAction(parse => Training.Run(
    parse.GetRequiredValue(file), new Columns(parse.GetRequiredValue(text), parse.GetRequiredValue(label), parse.GetValue(question)), parse.GetRequiredValue(output), parse.GetValue(alone)));
return root.Parse(args).Invoke();
