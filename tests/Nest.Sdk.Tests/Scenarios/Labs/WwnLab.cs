using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Scenarios.Labs;

/// <summary>Works with Nest: a change is a put on the open stream.</summary>
internal sealed class WwnLab : HomeLab
{
    private FakeNestServer? _server;

    public override FakeHome Home => _server!.Home;

    public override int Looks => _server!.Streams.Count;

    public override int MostLooks => 1;

    public override int Requests => _server!.Requests.Count;

    public override Task SetAsync(string path, JsonNode? value) => _server!.SetAsync(path, value);

    public override async Task<IDisposable> BreakAsync(Fault fault)
    {
        var lasting = _server!.Faults.While(fault);
        await _server.Faults.NowAsync(Fault.Reset);
        return lasting;
    }

    public override Task RevokeAsync() => _server!.RevokeTokenAsync();

    public override Task AuthorizeAgainAsync() => StoreAsync(_server!.User.IssueToken());

    public override bool IsWhole(DataModel home) => true;

    protected override async Task StartServerAsync()
    {
        _server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: TestContext.Current.CancellationToken);
        await StoreAsync(_server.AccessToken);
    }

    protected override ValueTask StopServerAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void Use(NestClientOptions options) => options.UseWwn(wwn => wwn.Endpoint = _server!.Endpoint);

    protected override void Hold(Func<RecordedRequest, bool> isHeld) => _server!.Faults.While(Fault.Stall, Calls.Any.Where(isHeld));

    private async Task StoreAsync(string token)
    {
        Hide(token);
        await Store.SaveAsync(NestAccounts.Default, new NestToken { AccessToken = token });
    }
}
