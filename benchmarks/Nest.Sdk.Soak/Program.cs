using System.Globalization;
using Nest.Sdk.Soak;
using Nest.Sdk.Soak.Google;
using Nest.Sdk.Soak.Wwn;

// A client of each service against a server that misbehaves at random. Usage: -- [--seconds 600] [--seed 1]
var seconds = Option("--seconds", 600);
var seed = Option("--seed", 1);
Console.WriteLine($"Soak: {seconds} s, seed {seed}.");

using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var resources = new Resources();
var measuring = resources.RunAsync(stop.Token);
var runs = await Task.WhenAll(WwnRun.RunAsync(seed, stop.Token), GoogleRun.RunAsync(seed, stop.Token));
await measuring;
foreach (var (report, _) in runs)
    Console.WriteLine(report);
Console.WriteLine(resources);
return Array.TrueForAll(runs, run => run.IsRight) && resources.IsFlat ? 0 : 1;

int Option(string name, int value) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : value;
