using System.Globalization;
using BenchmarkDotNet.Running;
using Engagement.Benchmarks;

if (args is ["quick", var folder]) return Quick.Run(folder);
if (args is ["scale", var scaleFolder]) return Scale.Run(scaleFolder);
if (args is ["routing", var organizations, var queries]) return RoutingCost.Run(organizations, queries);
if (args is ["sources", var megabytes] && long.TryParse(megabytes, out var size) && size > 0) return await SourceFigures.RunAsync(size, Console.Out);
if (args is ["linear"]) return LinearTime.Run(Console.Out);
if (args is ["digest", .. var items]) return DigestLoad.Digest(items is [var most] ? int.Parse(most, CultureInfo.InvariantCulture) : 100_000);
if (args is ["stream", .. var mentions])
{
    var numbers = mentions.Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToList();
    return await DigestLoad.StreamAsync(numbers.Count > 0 ? numbers[0] : 10_000_000, numbers.Count > 1 ? numbers[1] : null);
}

if (args is ["merge", .. var parts]) return DigestLoad.Merge(parts is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1_000);
if (args is ["quick" or "scale" or "routing", ..])
{
    Console.Error.WriteLine("quick DIR, scale DIR: the folder that holds queries.txt and posts.txt; routing DIR DIR: the folder of organisations, and that of queries");
    return 2;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
