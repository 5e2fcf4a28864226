using System.Globalization;
using Nest.Sdk.Scale;

// Measures the cost of a home as a fleet grows. Usage: -- [--homes 200,1000,5000] [--idle SECONDS] The verbs "serve"
// and "measure HOMES SECONDS" are for the child processes.
return args switch
{
    ["serve"] => await HomeServer.RunAsync(),
    ["measure", var homes, var idle] => await Measuring.RunAsync(Number(homes), TimeSpan.FromSeconds(Number(idle))),
    _ => await Fleets.RunAsync([.. Option("--homes", "200,1000,5000").Split(',').Select(Number)], Number(Option("--idle", "12"))),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

string Option(string name, string value) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : value;
