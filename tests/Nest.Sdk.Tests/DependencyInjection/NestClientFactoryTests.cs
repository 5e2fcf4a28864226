using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.DependencyInjection;

public class NestClientFactoryTests
{
    private const string Token = "c.TESTTOKEN0123456789";

    [Fact]
    public async Task Makes_clients_of_different_tokens_over_one_handler()
    {
        var stub = new StubHandler(_ => StubHandler.Json("{}"));
        var services = new ServiceCollection();
        services.AddNestClientFactory().ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<INestClientFactory>();

        await using (var first = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = "c.FIRST")))
            await first.GetAsync();
        await using (var second = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = "c.SECOND")))
            await second.GetAsync();

        Assert.Equal(["Bearer c.FIRST", "Bearer c.SECOND"], stub.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Works_without_a_container_and_disposes_the_remaining_clients()
    {
        var factory = new NestClientFactory();
        var early = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token));
        var late = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token));
        await early.DisposeAsync();

        await factory.DisposeAsync();

        Assert.Equal(ConnectionStatus.Stopped, late.ConnectionState.Status);
        Assert.Throws<ObjectDisposedException>(() => factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token)));
    }

    [Fact]
    public async Task Disposes_all_of_them_although_some_fail_to_end()
    {
        var server = new StreamingHandler();
        var clock = new Clock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddNestClientFactory().ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        await using var provider = services.BuildServiceProvider();
        var factory = (NestClientFactory)provider.GetRequiredService<INestClientFactory>();
        var streams = new List<StreamingHandler.OpenStream>();
        for (var i = 0; i < 3; i++)
        {
            factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token)).KeepConnected();
            streams.Add(await server.NextAsync());
        }

        // Every end of a stream reads the clock.
        clock.IsBroken = true;
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await factory.DisposeAsync());

        foreach (var stream in streams)
            await stream.ClosedAsync().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(49)]
    public async Task A_timeout_of_weeks_is_applied(int days)
    {
        var time = new SignallingTime();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddNestClientFactory().ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => new Silence()));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<INestClientFactory>().Create(new NestClientOptions { ResponseTimeout = TimeSpan.FromDays(days) }.UseWwn(wwn => wwn.AccessToken = Token));
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        client.ConnectionChanges.Subscribe(states);
        client.KeepConnected();

        await time.PassNextWaitAsync(wait => wait == TimeSpan.FromDays(days));

        Assert.Equal(DisconnectReason.ResponseTimeout, (await states.NextWhereAsync(state => state.NextAttemptAt is not null)).Reason);
    }

    [Fact]
    public void Disposes_synchronously_too()
    {
        var factory = new NestClientFactory();
        var client = factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = Token));

        factory.Dispose();
        factory.Dispose();

        Assert.Equal(ConnectionStatus.Stopped, client.ConnectionState.Status);
    }

    [Fact]
    public void Refuses_wrong_options_with_the_fix()
    {
        using var factory = new NestClientFactory();

        var error = Assert.Throws<ArgumentException>(() => factory.Create(new NestClientOptions { SubscriberQueueCapacity = 0 }.UseWwn(wwn => wwn.AccessToken = Token)));

        Assert.Contains("SubscriberQueueCapacity is 0. Use at least 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factory_leaves_no_meter_behind()
    {
        for (var i = 0; i < 3; i++)
            new NestClientFactory().Dispose();

        var meters = new HashSet<Meter>();
        using var listener = new MeterListener
        {
            // Those of containers have a scope.
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter is { Name: "Nest.Sdk", Scope: null })
                    meters.Add(instrument.Meter);
            },
        };
        listener.Start();
        Assert.Single(meters);
    }

    /// <summary>A server that never answers.</summary>
    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await EndlessWait.UntilCancelledAsync(cancellationToken);
            throw new InvalidOperationException();
        }
    }

    /// <summary>A clock of the host that can fail.</summary>
    private sealed class Clock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidTimeZoneException("the host's own mistake") : base.GetUtcNow();
    }
}
