using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Tests that the defaults of a host for all its HTTP clients do not affect the stream.</summary>
public class HostDefaultsTests : Scenario
{
    [Fact]
    public async Task The_hosts_resilience_handler_does_not_repeat_the_stream()
    {
        // A block with a retry time: the handler of the host would retry, even after it.
        Server.Faults.Next(Fault.Status(503, retryAfter: TimeSpan.FromSeconds(2)));
        var states = Record(Client.ConnectionChanges);
        var home = Record(Client.Updates);

        var lost = await states.NextWhereAsync(state => state.NextAttemptAt is not null);

        Assert.Equal(DisconnectReason.ServerError, lost.Reason);
        Assert.Single(Server.Requests);
        await home.NextAsync();
        Assert.Single(Server.Streams);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task The_hosts_resilience_handler_does_not_repeat_a_write(int status)
    {
        Server.Faults.Next(Fault.Status(status));

        await Assert.ThrowsAnyAsync<NestException>(() => Client.Structures.SetAwayAsync(Server.Home.StructureId("Home"), AwayState.Away, Writes.Unchecked));

        Assert.Single(Server.Requests);
        Assert.Equal("home", Server.Home.Get($"/structures/{Server.Home.StructureId("Home")}/away")!.GetValue<string>());
    }

    [Fact]
    public async Task A_write_passes_a_redirect_and_a_resilience_handler_once()
    {
        await Client.Structures.SetAwayAsync(Server.Home.StructureId("Home"), AwayState.Away, Writes.Unchecked);

        Assert.Equal(2, Server.Requests.Count);
        Assert.Equal("away", Server.Home.Get($"/structures/{Server.Home.StructureId("Home")}/away")!.GetValue<string>());
    }

    protected override void Register(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.FromMilliseconds(1)));
}
