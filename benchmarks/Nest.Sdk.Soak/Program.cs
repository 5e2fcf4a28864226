using System.Globalization;
using Nest.Sdk;
using Nest.Sdk.Soak;
using Nest.Sdk.Testing;

// One client against a server that misbehaves at random. Usage: -- [--seconds 600] [--seed 1]
var seconds = Option("--seconds", 600);
var seed = Option("--seed", 1);
Console.WriteLine($"Soak: {seconds} s, seed {seed}.");

await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { KeepAlivePeriod = TimeSpan.FromSeconds(1) });
await using var factory = new NestClientFactory();
// Short timeouts, so that hours of trouble fit into minutes.
await using var client = factory.Create(new NestClientOptions { ResponseTimeout = TimeSpan.FromSeconds(2), FirstReconnectDelay = TimeSpan.FromMilliseconds(50), MaxReconnectDelay = TimeSpan.FromMilliseconds(500), StableAfter = TimeSpan.FromSeconds(1) }.UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; wwn.IdleTimeout = TimeSpan.FromSeconds(2.5); }));

using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var counter = new HomeCounter(server);
var faults = new Faults(server, new Random(seed));
var crowd = new Crowd(client, counter, new Random(seed + 1));
var resources = new Resources();
var reconnects = 0;
using var states = client.ConnectionChanges.Subscribe(state => reconnects += state is { Status: ConnectionStatus.Reconnecting, NextAttemptAt: not null } ? 1 : 0);
crowd.Start();
await Task.WhenAll(counter.RunAsync(stop.Token), faults.RunAsync(stop.Token), crowd.RunAsync(stop.Token), resources.RunAsync(stop.Token));

faults.Stop();
var problems = await crowd.SettleAsync();
var isSame = await Verdict.IsSameAsync(client);
Console.WriteLine($"faults injected: {faults.Count} ({faults.Summary})");
Console.WriteLine($"changes made: {counter.Value}, events seen by subscribers: {crowd.Events}, subscribers ever: {crowd.Ever}");
Console.WriteLine($"reconnects: {reconnects}, streams opened: {server.Streams.Count}");
Console.WriteLine($"lost: {problems.Lost}, doubled: {problems.Doubled}, caught up: {problems.CaughtUp}, unfinished: {problems.Unfinished}");
Console.WriteLine($"model equals the server's: {isSame}");
Console.WriteLine(resources);
return problems is { Lost: 0, Doubled: 0, Unfinished: 0 } && isSame && reconnects > 0 && resources.IsFlat ? 0 : 1;

int Option(string name, int value) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : value;
