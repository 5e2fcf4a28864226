using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Short timeouts of a host for all its HTTP clients. They are real time, so no call here must be answered in time.</summary>
public class HostTimeoutsTests : Scenario
{
    [Fact]
    public async Task The_hosts_timeouts_do_not_affect_the_stream()
    {
        var states = Record(Client.ConnectionChanges);
        ObserverRecorder<DataModel> home;
        using (Server.Faults.While(Fault.Stall))
        {
            home = Record(Client.Updates);
            await Server.WaitForAsync(server => server.Requests.Count == 1);
            // The same delay ends a call, which has the handler of the host. The timeout has therefore passed for the
            // stream too.
            await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => Client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));
        }

        await home.NextAsync();
        Assert.Equal(
            [ConnectionStatus.Idle, ConnectionStatus.Connecting, ConnectionStatus.Connected],
            new[] { (await states.NextAsync()).Status, (await states.NextAsync()).Status, (await states.NextAsync()).Status });
    }

    protected override void Register(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(static options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(5);
        }));
}
