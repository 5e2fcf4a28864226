using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// Consecutive writes without a stream: each is checked against the home as the previous ones left it.
/// </summary>
public sealed class OwnWritesTests : IAsyncLifetime
{
    private readonly NestClientFactory _factory = new();
    private FakeNestServer _server = null!;
    private INestClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeNestServer.StartAsync(HouseRules.Start, cancellationToken: TestContext.Current.CancellationToken);
        _client = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _server.Endpoint; wwn.AccessToken = _server.AccessToken; }));
    }

    [Fact]
    public async Task Going_away_sets_the_thermostat_to_eco_and_coming_home_sets_it_back()
    {
        await _client.GetAsync();
        await _client.Structures.SetAwayAsync(HouseRules.StructureId, AwayState.Away);

        var refused = await Assert.ThrowsAsync<NestRuleException>(SetTargetAsync);
        await _client.Structures.SetAwayAsync(HouseRules.StructureId, AwayState.Home);
        var accepted = await SetTargetAsync();

        Assert.Equal((NestRule.SetpointFitsMode, NestWriteOutcome.Accepted), (refused.Rule, accepted.Outcome));
    }

    [Fact]
    public async Task A_name_changes_no_thermostat()
    {
        await _client.GetAsync();
        var reads = Reads();
        await _client.Structures.SetNameAsync(HouseRules.StructureId, "Cabin");
        await SetTargetAsync();

        Assert.Equal(reads, Reads());
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }

    private int Reads() => _server.Requests.Count(static request => request.Method == "GET");

    private Task<NestWriteResult> SetTargetAsync() => _client.Thermostats.SetTargetTemperatureAsync(HouseRules.ThermostatId, Temperature.FromCelsius(21));
}
