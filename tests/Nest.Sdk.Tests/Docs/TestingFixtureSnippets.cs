using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

// <fixture>
public sealed class NestFixture : IAsyncLifetime
{
    private readonly NestClientFactory _factory = new();

    public FakeNestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await FakeNestServer.StartAsync(TestHomes.House);

    // A user of its own for each test: a home that no other test changes.
    public (FakeNestUser User, INestClient Nest) Connect()
    {
        var user = Server.AddUser(TestHomes.House);
        return (user, _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = Server.Endpoint; wwn.AccessToken = user.AccessToken; })));
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Server.DisposeAsync();
    }
}

public sealed class HouseTests(NestFixture fixture) : IClassFixture<NestFixture>
{
    [Fact]
    public async Task Goes_away_with_its_last_inhabitant()
    {
        var (user, nest) = fixture.Connect();
        var home = user.Home.StructureId("Home");

        await nest.Structures.SetAwayAsync(home, AwayState.Away);

        Assert.Equal("away", $"{user.Home.Get($"/structures/{home}/away")}");
    }

    [Fact]
    public async Task Is_not_away_when_Nest_refuses()
    {
        var (user, nest) = fixture.Connect();
        var home = user.Home.StructureId("Home");
        fixture.Server.Faults.Next(Fault.Status(500), Calls.Writes.By(user.AccessToken));

        await Assert.ThrowsAnyAsync<NestException>(() => nest.Structures.SetAwayAsync(home, AwayState.Away));

        Assert.Equal("home", $"{user.Home.Get($"/structures/{home}/away")}");
    }
}
// </fixture>
