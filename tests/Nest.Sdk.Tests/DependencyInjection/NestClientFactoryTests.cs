using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
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

        await using (var first = factory.Create(new NestClientOptions { AccessToken = "c.FIRST" }))
            await first.GetAsync();
        await using (var second = factory.Create(new NestClientOptions { AccessToken = "c.SECOND" }))
            await second.GetAsync();

        Assert.Equal(["Bearer c.FIRST", "Bearer c.SECOND"], stub.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Works_without_a_container_and_disposes_what_is_left()
    {
        var factory = new NestClientFactory();
        var early = factory.Create(new NestClientOptions { AccessToken = Token });
        var late = factory.Create(new NestClientOptions { AccessToken = Token });
        await early.DisposeAsync();

        await factory.DisposeAsync();

        Assert.Equal(ConnectionStatus.Stopped, late.ConnectionState.Status);
        Assert.Throws<ObjectDisposedException>(() => factory.Create(new NestClientOptions { AccessToken = Token }));
    }

    [Fact]
    public void Disposes_synchronously_too()
    {
        var factory = new NestClientFactory();
        var client = factory.Create(new NestClientOptions { AccessToken = Token });

        factory.Dispose();
        factory.Dispose();

        Assert.Equal(ConnectionStatus.Stopped, client.ConnectionState.Status);
    }

    [Fact]
    public void Refuses_wrong_options_with_the_fix()
    {
        using var factory = new NestClientFactory();

        var error = Assert.Throws<ArgumentException>(() => factory.Create(new NestClientOptions { AccessToken = Token, SubscriberQueueCapacity = 0 }));

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
}
