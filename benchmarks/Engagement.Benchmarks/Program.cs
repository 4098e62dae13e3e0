using System.Globalization;
using BenchmarkDotNet.Running;
using Engagement.Benchmarks;

if (args is ["quick", var folder]) return Quick.Run(folder);
if (args is ["linear"]) return LinearTime.Run(Console.Out);
if (args is ["digest", .. var items]) return DigestLoad.Digest(items is [var most] ? int.Parse(most, CultureInfo.InvariantCulture) : 100_000);
if (args is ["stream", .. var mentions]) return await DigestLoad.StreamAsync(mentions is [var all] ? long.Parse(all, CultureInfo.InvariantCulture) : 10_000_000);
if (args is ["merge", .. var parts]) return DigestLoad.Merge(parts is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1_000);
if (args is ["quick"])
{
    Console.Error.WriteLine("quick needs the folder that holds queries.txt and posts.txt: quick DIR");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
