using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Model;
using Nest.Sdk.Sdm;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios.Labs;

/// <summary>Google without a subscription: a change shows in the next list. Fails at the end when a quota was exceeded.</summary>
internal class PolledGoogleLab : HomeLab
{
    /// <summary>A clock of its own, so that no timer of the fake looks like a pause of the client.</summary>
    private readonly FakeTimeProvider _time = new();

    private FakeGoogle? _google;
    private int _polls;
    private int _calls;

    /// <summary>The interval between two lists, which no timeout has.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(20);

    public FakeGoogle Google => _google!;

    public override FakeHome Home => _google!.Home;

    public override int Looks => _google!.Requests.Count(static request => request.Path.EndsWith("/devices", StringComparison.Ordinal));

    public override int MostLooks => 1 + _polls;

    public override int Requests => _google!.Requests.Count;

    public override Task SetAsync(string path, JsonNode? value) => _google!.SetAsync(path, value);

    /// <summary>The clock of the fake.</summary>
    protected FakeTimeProvider GoogleTime => _time;

    public override Task<IDisposable> BreakAsync(Fault fault) => Task.FromResult(_google!.Faults.While(fault, Calls.Any));

    public override Task RevokeAsync()
    {
        _google!.RevokeGrant();
        return Task.CompletedTask;
    }

    public override async Task AuthorizeAgainAsync()
    {
        using var authorization = new SdmAuthorization(new SdmAuthorizationOptions
        {
            ProjectId = _google!.ProjectId,
            ClientId = _google.ClientId,
            ClientSecret = _google.ClientSecret,
            RedirectUri = new Uri("https://www.google.com"),
            TokenEndpoint = _google.TokenEndpoint,
        });
        await StoreAsync(await authorization.ExchangeCodeAsync(_google.CreateCode()));
    }

    public override void Advance(TimeSpan time)
    {
        _time.Advance(time);
        base.Advance(time);
    }

    /// <summary>Structures and rooms are listed after the devices.</summary>
    public override bool IsWhole(DataModel home) => home.Structures.Count == 2 && home.Structures.Values.All(structure => structure.Name is not null && structure.Rooms.Count == RoomsOf(structure.StructureId!));

    protected override async Task StartServerAsync()
    {
        _google = await FakeGoogle.StartAsync(TestHomes.House, new FakeGoogleOptions { TimeProvider = _time }, TestContext.Current.CancellationToken);
        Hide(_google.ClientSecret);
        Hide(_google.AccessToken);
        await StoreAsync(new NestToken { RefreshToken = _google.RefreshToken, TokenEndpoint = _google.TokenEndpoint });
    }

    protected override async ValueTask StopServerAsync()
    {
        if (_google is null)
            return;
        await _google.DisposeAsync();
        Assert.Empty(_google.QuotaViolations);
    }

    protected override void Use(NestClientOptions options) => options.UseSdm(sdm =>
    {
        sdm.Endpoint = _google!.SdmEndpoint;
        sdm.TokenEndpoint = _google.TokenEndpoint;
        sdm.ProjectId = _google.ProjectId;
        sdm.ClientId = _google.ClientId;
        sdm.ClientSecret = _google.ClientSecret;
        sdm.PollInterval = Poll;
    });

    protected override void Configure(INestClientBuilder client) => client.ConfigureHttp(http => http.AddHttpMessageHandler(() => new CallCounter(this)));

    protected override async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Volatile.Read(ref _calls) > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    protected override void Hold(Func<RecordedRequest, bool> isHeld)
    {
        _google!.Faults.While(Fault.Stall, Calls.Any.Where(isHeld));
        _google.Faults.While(Fault.Stall, Calls.OAuth.Where(isHeld));
    }

    protected override void Pass(TimeSpan pause)
    {
        // The first interval began before the wait for structures and rooms.
        _polls += pause <= Poll && pause > Poll - TimeSpan.FromSeconds(3) ? 1 : 0;
        base.Pass(pause);
    }

    private int RoomsOf(string structure) => Home.Get($"/structures/{structure}/wheres")!.AsObject().Count;

    private async Task StoreAsync(NestToken token)
    {
        Hide(token.RefreshToken!.Reveal());
        await Store.SaveAsync(NestAccounts.Default, token);
    }

    /// <summary>Counts the calls that are under way, bodies included.</summary>
    private sealed class CallCounter(PolledGoogleLab lab) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // It waits on the server, and the client does not wait for it.
            if (request.RequestUri!.AbsolutePath.EndsWith(":pull", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref lab._calls);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                return response;
            }
            finally
            {
                Interlocked.Decrement(ref lab._calls);
            }
        }
    }
}
