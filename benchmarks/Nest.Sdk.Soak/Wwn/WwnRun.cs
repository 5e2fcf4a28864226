using Nest.Sdk.Testing;

namespace Nest.Sdk.Soak.Wwn;

/// <summary>One client of Works with Nest against a server that misbehaves at random.</summary>
internal static class WwnRun
{
    /// <summary>Runs until it is stopped.</summary>
    /// <returns>What was seen, and whether nothing was wrong.</returns>
    public static async Task<(string Report, bool IsRight)> RunAsync(int seed, CancellationToken stop)
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { KeepAlivePeriod = TimeSpan.FromSeconds(1) }, CancellationToken.None);
        await using var factory = new NestClientFactory();
        // Short timeouts, so that hours of trouble fit into minutes.
        await using var client = factory.Create(new NestClientOptions { ResponseTimeout = TimeSpan.FromSeconds(2), FirstReconnectDelay = TimeSpan.FromMilliseconds(50), MaxReconnectDelay = TimeSpan.FromMilliseconds(500), StableAfter = TimeSpan.FromSeconds(1) }.UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; wwn.IdleTimeout = TimeSpan.FromSeconds(2.5); }));
        var counter = new HomeCounter(server);
        var faults = new Faults(server, new Random(seed));
        var crowd = new Crowd(client, counter, new Random(seed + 1));
        var reconnects = 0;
        using var states = client.ConnectionChanges.Subscribe(state => reconnects += state is { Status: ConnectionStatus.Reconnecting, NextAttemptAt: not null } ? 1 : 0);
        crowd.Start();
        await Task.WhenAll(counter.RunAsync(stop), faults.RunAsync(stop), crowd.RunAsync(stop));

        faults.Stop();
        var problems = await crowd.SettleAsync();
        var isSame = await Verdict.IsSameAsync(client);
        var report = $"""
            Works with Nest:
              faults injected: {faults.Count} ({faults.Summary})
              changes made: {counter.Value}, events seen by subscribers: {crowd.Events}, subscribers ever: {crowd.Ever}
              reconnects: {reconnects}, streams opened: {server.Streams.Count}
              lost: {problems.Lost}, doubled: {problems.Doubled}, caught up: {problems.CaughtUp}, unfinished: {problems.Unfinished}
              model equals the server's: {isSame}
            """;
        return (report, problems is { Lost: 0, Doubled: 0, Unfinished: 0 } && isSame && reconnects > 0);
    }
}
