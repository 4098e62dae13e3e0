using BenchmarkDotNet.Running;
using Engagement.Benchmarks;

if (args is ["quick", var folder]) return Quick.Run(folder);
if (args is ["linear"]) return LinearTime.Run(Console.Out);
if (args is ["quick"])
{
    Console.Error.WriteLine("quick needs the folder that holds queries.txt and posts.txt: quick DIR");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
