using Nest.Sdk.Sdm;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Soak.Google;

/// <summary>One client of Google's feed against a server that misbehaves at random, by a clock that runs faster.</summary>
internal static class GoogleRun
{
    private const int Speed = 20;

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>What was seen, and whether nothing was wrong.</returns>
    public static async Task<(string Report, bool IsRight)> RunAsync(int seed, CancellationToken stop)
    {
        var time = new QuickTime(Speed);
        var house = TestHomes.House.WithCamera("Porch", model: FakeCameraModel.Doorbell).WithCamera("Gate", model: FakeCameraModel.LegacyDoorbell);
        await using var google = await FakeGoogle.StartAsync(house, new FakeGoogleOptions { TimeProvider = time }, CancellationToken.None);
        await using var factory = new NestClientFactory(time);
        await using var client = factory.Create(Options(google));
        var reconnects = 0;
        using var states = client.ConnectionChanges.Subscribe(state => reconnects += state is { Status: ConnectionStatus.Reconnecting, NextAttemptAt: not null } ? 1 : 0);
        var witness = new Witness(google.Home.ThermostatId("Hallway"));
        using var changes = client.Changes.Subscribe((IObserver<DataModelChange>)witness);
        using var events = client.Events.Subscribe((IObserver<NestEvent>)witness);
        await google.WaitForAsync(fake => witness.Changes > 0 && fake.PendingPulls > 0, TimeSpan.FromSeconds(30), cancellationToken: CancellationToken.None);

        var life = new Life(google, time, new Random(seed + 2));
        var trouble = new Trouble(google, time, new Random(seed + 3));
        await Task.WhenAll(life.RunAsync(stop), trouble.RunAsync(stop), VisitAsync(client, time, stop));
        var isSettled = await UntilAsync(() => Task.FromResult(witness.Number == life.Number && witness.Rings >= life.Rings && google.Unacknowledged.Count == 0));
        var isSame = await UntilAsync(async () => client.Latest is { IsStale: false } latest && latest.Model.Equals(await client.GetAsync(CancellationToken.None)));

        var feed = client.GetFeedReport()!;
        var lost = witness.Lost + Math.Max(0, life.Rings - witness.Rings);
        var doubled = witness.Doubled + Math.Max(0, witness.Rings - life.Rings);
        var report = $"""
            Google's feed, {Speed} times as fast:
              faults injected: {trouble.Count} ({trouble.Summary})
              messages: {life.Summary}
              pulled: {feed.Pulled}, repeated: {feed.Duplicates}, unreadable: {feed.Unreadable}, unrouted: {feed.Unrouted}
              changes made: {life.Number - 1000}, changes seen: {witness.Changes} (by lists {witness.Listed}), rings made: {life.Rings}, rings heard: {witness.Rings}
              reconnects: {reconnects}, calls: {google.Requests.Count}, calls over a quota: {google.QuotaViolations.Count}
              lost: {lost}, doubled: {doubled}, unfinished: {(isSettled ? 0 : 1)}
              model equals the server's: {isSame}
            """;
        return (report, lost == 0 && doubled == 0 && isSettled && isSame && reconnects > 0 && google.QuotaViolations.Count == 0);
    }

    private static NestClientOptions Options(FakeGoogle google) => new NestClientOptions().UseSdm(sdm =>
    {
        sdm.Endpoint = google.SdmEndpoint;
        sdm.TokenEndpoint = google.TokenEndpoint;
        sdm.PubSubEndpoint = google.PubSubEndpoint;
        sdm.Subscription = google.Subscription;
        sdm.ProjectId = google.ProjectId;
        sdm.ClientId = google.ClientId;
        sdm.ClientSecret = google.ClientSecret;
        sdm.RefreshToken = google.RefreshToken;
        sdm.RelistInterval = TimeSpan.FromMinutes(5);
    });

    /// <summary>Others subscribe and read now and then.</summary>
    private static async Task VisitAsync(INestClient client, QuickTime time, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var visit = client.Updates.Subscribe(_ => { }, _ => { });
            await time.PauseAsync(TimeSpan.FromSeconds(50), stop);
            await ReadsAsync(async () =>
            {
                await client.GetAsync(stop);
                return true;
            });
        }
    }

    /// <summary>Waits until something holds, for at most a minute of real time.</summary>
    private static async Task<bool> UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!patience.IsCancellationRequested)
        {
            if (await ReadsAsync(holds))
                return true;
            await Pause.ForAsync(TimeSpan.FromMilliseconds(100), patience.Token);
        }

        return false;
    }

    /// <summary>The server misbehaves, so reads may fail with an error of the library.</summary>
    private static async Task<bool> ReadsAsync(Func<Task<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is NestException or OperationCanceledException)
        {
            return false;
        }
    }
}
