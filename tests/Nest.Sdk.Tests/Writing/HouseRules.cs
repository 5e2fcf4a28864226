using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// A fake home and a client that both check the same write. The fake implements the rules a second time.
/// </summary>
public sealed class HouseRules : IAsyncDisposable
{
    private static readonly NestWriteOptions Dry = new() { DryRun = true };
    private static readonly NestWriteOptions Unchecked = new() { SkipChecks = true };
    private readonly NestClientFactory _factory = new();
    private readonly FakeNestServer _server;
    private readonly INestClient _client;

    private HouseRules(FakeNestServer server, FakePermissions permissions)
    {
        _server = server;
        _client = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.User.IssueToken(permissions); }));
    }

    public static FakeHome Start { get; } = FakeHome.Empty.WithStructure("Home").WithThermostat("Hall").WithProtect("Hall").WithCamera("Door");

    public static string ThermostatId { get; } = Start.ThermostatId("Hall");

    public static string StructureId { get; } = Start.StructureId("Home");

    public static string CameraId { get; } = Start.CameraId("Door");

    public static string ProtectId { get; } = Start.ProtectId("Hall");

    public static async Task<HouseRules> OpenAsync(FakePermissions permissions = FakePermissions.All, FakeHome? home = null) =>
        new(await FakeNestServer.StartAsync(home ?? Start, cancellationToken: TestContext.Current.CancellationToken), permissions);

    /// <summary>The members of a thermostat, as <c>name: value</c>.</summary>
    public static FakeHome Thermostat(params (string Name, JsonNode? Value)[] members) => With("/devices/thermostats/" + ThermostatId, members);

    public static FakeHome With(string path, params (string Name, JsonNode? Value)[] members) =>
        members.Aggregate(Start, (home, member) => home.Set($"{path}/{member.Name}", member.Value));

    /// <summary>The result of the client's checks, and of the fake.</summary>
    public async Task<Verdicts> ValidateAsync(FakeHome home, Func<INestClient, NestWriteOptions, Task<NestWriteResult>> write)
    {
        await SetAsync(home);
        return await ValidateAsync(write);
    }

    /// <summary>The same for the unchanged home.</summary>
    public async Task<Verdicts> ValidateAsync(Func<INestClient, NestWriteOptions, Task<NestWriteResult>> write)
    {
        await HomeAsync();
        var dry = await write(_client, Dry);
        NestRequestException? refusal = null;
        try
        {
            await write(_client, Unchecked);
        }
        catch (NestRequestException refused)
        {
            refusal = refused;
        }

        return new Verdicts(dry, refusal);
    }

    public Task SetAsync(FakeHome home) => _server.ChangeAsync(_ => home);

    public Task<DataModel> HomeAsync() => _client.GetAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }
}

/// <summary>Two verdicts on one write.</summary>
/// <param name="Dry">The verdict of the client.</param>
/// <param name="Refusal">The refusal of the fake. Null when it accepted the write.</param>
public sealed record Verdicts(NestWriteResult Dry, NestRequestException? Refusal)
{
    public NestRuleCheck? Broken => Dry.Checks.FirstOrDefault(static check => check.Verdict == NestRuleVerdict.Failed);

    /// <summary>A check that is left to the server can have either result.</summary>
    public bool Agree => Broken is not null == Refusal is not null || (Broken is null && Dry.Checks.Any(static check => check.Verdict == NestRuleVerdict.LeftToServer));

    public override string ToString() => $"client: {Broken?.Text ?? "fine"} / fake: {Refusal?.Message ?? "fine"} / {Dry.Steps[0].Request.Body}";
}
