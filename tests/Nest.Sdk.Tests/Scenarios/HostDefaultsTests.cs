using Microsoft.Extensions.DependencyInjection;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>What a host gives to all its HTTP clients must not touch the stream.</summary>
public class HostDefaultsTests : Scenario
{
    [Fact]
    public async Task The_hosts_resilience_handler_does_not_repeat_the_stream()
    {
        // A block with a wait: the host's handler would try again by itself, and past it.
        Server.AnswerNext(503, retryAfter: TimeSpan.FromSeconds(2));
        var states = Record(Client.ConnectionChanges);
        var home = Record(Client.Updates);

        var lost = await states.NextWhereAsync(state => state.NextAttemptAt is not null);

        Assert.Equal(DisconnectReason.ServerError, lost.Reason);
        Assert.Single(Server.Requests);
        await home.NextAsync();
        Assert.Equal(1, Server.StreamsOpenedEver);
    }

    protected override void Register(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
}
