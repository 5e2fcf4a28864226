using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Testing;
using QuickStart;
using Spectre.Console;

var runningTime = TimeSpan.FromSeconds(20);
using var stop = new CancellationTokenSource(runningTime);
// Ctrl+C and a stop by a service manager end the program like the timeout does.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var isInterrupted = false;

var endpoint = Environment.GetEnvironmentVariable("NEST_ENDPOINT");
var token = Environment.GetEnvironmentVariable("NEST_ACCESS_TOKEN");
try
{
    if (args is ["--google"])
        await GoogleHome.ShowAsync(runningTime, stop.Token);
    else if (args.Length > 0)
        throw new NestException($"'{string.Join(' ', args)}' is not known. Use --google for Google's devices, or nothing for a fake home of Works with Nest.");
    else if (endpoint is null != token is null)
        throw new NestException("Set NEST_ENDPOINT and NEST_ACCESS_TOKEN both to follow a server of your own, or neither for the fake home.");
    else if (endpoint is null)
        await ShowFakeHomeAsync();
    else
        await ShowServerAsync(endpoint, token);
    AnsiConsole.MarkupLine("[grey]Done.[/]");
    return 0;
}
catch (Exception error) when (isInterrupted && error is NestException or OperationCanceledException)
{
    // Stopped during startup.
    return 0;
}
catch (Exception error) when (error is NestException or ArgumentException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}

async Task ShowFakeHomeAsync()
{
    await using var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: stop.Token);
    AnsiConsole.MarkupLineInterpolated($"A fake Nest home at {nest.Endpoint}. Runs for {runningTime.TotalSeconds} seconds; Ctrl+C ends it sooner.");
    var services = new ServiceCollection();
    services.AddNestClient(nest);
    await using var provider = services.BuildServiceProvider();
    var client = provider.GetRequiredService<INestClient>();
    await Task.WhenAll(Follower.RunAsync(client, stop.Token), HouseLife.RunAsync(nest.ChangeAsync, stop.Token), TwoWrites.RunAsync(client, stop.Token));
}

async Task ShowServerAsync(string server, string? secret)
{
    // Read-only: this home belongs to the user.
    if (!Uri.TryCreate(server, UriKind.Absolute, out var address))
        throw new NestException($"NEST_ENDPOINT is '{server}', which is not a URL. Write it like https://host:port/.");
    await using var factory = new NestClientFactory();
    await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = address; wwn.AccessToken = secret; }));
    AnsiConsole.MarkupLineInterpolated($"Following {address.Authority}, read-only, for {runningTime.TotalSeconds} seconds; Ctrl+C ends it sooner.");
    await Follower.RunAsync(client, stop.Token);
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    isInterrupted = true;
    stop.Cancel();
}
