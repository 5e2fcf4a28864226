using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Script;
using Nest.Sdk.Testing.Serving;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing;

/// <summary>
/// The Works with Nest service in this process, on random loopback ports: reads, writes, event streams and the exchange of a PIN, over one home
/// that remembers what was written. Start as many as you like; they share nothing.
/// </summary>
public sealed partial class FakeNestServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly FakePorts _ports = new();
    private readonly Pulse _pulse = new();
    private readonly TokenBook _tokens;
    private readonly RequestJournal _journal;
    private readonly StreamHub _hub;
    private readonly LiveHome _home;
    private WireMockHost? _host;
    private Task? _stopped;

    private FakeNestServer(FakeHome home, FakeNestServerOptions options)
    {
        _tokens = new TokenBook(options.TimeProvider);
        _journal = new RequestJournal(_tokens, options.TimeProvider, _pulse);
        _hub = new StreamHub(new StreamSettings(options.TimeProvider, options.KeepAlivePeriod, token => _ = RevokeAsync(token)), _pulse);
        Faults = new FaultScript(_hub, _pulse);
        _home = new LiveHome(home, _hub, _tokens);
    }

    /// <summary>Where a client starts (Nest's <c>developer-api.nest.com</c>): redirects data calls and is the door of the OAuth endpoints.</summary>
    public Uri Endpoint => _ports.FrontEndpoint;

    /// <summary>Where the data is (Nest's per-user host), normally learned from a redirect.</summary>
    public Uri DataEndpoint => _ports.DataEndpoint;

    /// <summary>Where a PIN becomes a token: <c>/oauth2/access_token</c> on the front port. Beside it, <c>DELETE /oauth2/access_tokens/TOKEN</c> revokes.</summary>
    public Uri TokenEndpoint => new(Endpoint, OAuthEndpoint.ExchangePath);

    /// <summary>The token that opens the home, valid from the start; it begins with <c>c.FAKE</c>. Exchanging a PIN gives the same one, or a new one after a revocation.</summary>
    public string AccessToken => _tokens.Token;

    /// <summary>The id of the one registered client.</summary>
    public string ClientId => _tokens.ClientId;

    /// <summary>The secret of the one registered client.</summary>
    public string ClientSecret => _tokens.ClientSecret;

    /// <summary>The latest PIN: 8 characters, works once and for 48 hours (section 2.1). <see cref="IssuePin"/> makes another.</summary>
    public string Pin => _tokens.Pin;

    /// <summary>Starts a fake over a home; it answers when the task ends.</summary>
    /// <param name="home">The home to begin with, such as <see cref="TestHomes.House"/>.</param>
    /// <param name="options">Defaults behave as Nest did.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<FakeNestServer> StartAsync(
        FakeHome home, FakeNestServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(home);
        options ??= new FakeNestServerOptions();
        if (options.KeepAlivePeriod <= TimeSpan.Zero)
        {
            throw new ArgumentException($"KeepAlivePeriod ({options.KeepAlivePeriod}) must be longer than zero.", nameof(options));
        }

        var server = new FakeNestServer(home, options);
        await server.ListenAsync(options, cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>Resets every stream, gives unanswered calls up and closes the ports. A second call waits for the first.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_stopping)
        {
            return new(_stopped ??= StopAsync());
        }
    }

    private async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Faults.NowAsync(Fault.Reset).ConfigureAwait(false);
        await _host!.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task ListenAsync(FakeNestServerOptions options, CancellationToken cancellationToken)
    {
        var oauth = new OAuthEndpoint(_tokens, token => _ = _hub.RevokeAsync(token));
        var data = new DataEndpoint(_home, options.TimeProvider);
        var door = new FrontDoor(_ports, options.Redirect, _tokens);
        FakeAnswer Answer(FakeCall call) => call.IsOAuth ? oauth.Answer(call) : data.Answer(call);
        var services = new FaultServices(options.TimeProvider, _ports, door.TurnAway, Answer, token => _ = RevokeAsync(token), _stopping.Token);
        var intake = new IntakeMiddleware(_journal, Faults, services);
        var streams = new StreamMiddleware(_home, _hub, _tokens, options.TimeProvider, _stopping.Token);
        var bridge = new WireMockBridge(Answer);
        _host = await WireMockHost.StartAsync(_ports, bridge, [intake.InvokeAsync, streams.InvokeAsync], cancellationToken).ConfigureAwait(false);
    }

    private Task RevokeAsync(string? token) => token is not null && _tokens.Revoke(token) ? _hub.RevokeAsync(token) : Task.CompletedTask;
}
