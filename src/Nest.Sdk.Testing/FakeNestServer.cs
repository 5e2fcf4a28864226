using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Serving;
using Nest.Sdk.Testing.Streams;
using Nest.Sdk.Testing.Tokens;
using Nest.Sdk.Testing.Waiting;
using WireMock.Server;

namespace Nest.Sdk.Testing;

/// <summary>
/// The Works with Nest service in this process, on random loopback ports: reads, writes, event streams and the exchange
/// of a PIN, over one home that remembers what was written. Several fakes share nothing.
/// </summary>
public sealed partial class FakeNestServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly FakePorts _ports = new();
    private readonly ChangeSignal _signal = new();
    private readonly List<FakeNestUser> _users = [];
    private readonly TimeProvider _time;
    private readonly RegisteredClient _client;
    private readonly TokenRegistry _tokens;
    private readonly CodeRegistry _codes;
    private readonly RateLimiter _limiter;
    private readonly RequestJournal _journal;
    private readonly StreamHub _hub;
    private WireMockHost? _host;
    private Task? _stopped;
    private volatile bool _hasStopped;

    private FakeNestServer(FakeHome home, FakeNestServerOptions options)
    {
        _time = options.TimeProvider;
        _client = new RegisteredClient(options.Permissions, [.. options.RedirectUris], options.MaxUsers);
        _tokens = new TokenRegistry(_time, options.TokenLifetime, EndStreams);
        _codes = new CodeRegistry(_time);
        _limiter = new RateLimiter(options.RateLimits, _time);
        _journal = new RequestJournal(_tokens, new KnownSecrets(_client, _codes, _tokens), _time, _signal);
        _hub = new StreamHub(new StreamSettings(_time, options.KeepAlivePeriod, options.MaxPendingStreamBytes, Revoke), _signal);
        Faults = new FaultScript(_hub, _signal, _journal.Mask);
        User = AddUser(home);
    }

    /// <summary>
    /// Gets the entry endpoint of clients (Nest's <c>developer-api.nest.com</c>): redirects data calls and has the
    /// OAuth endpoints.
    /// </summary>
    public Uri Endpoint => _ports.FrontUri;

    /// <summary>Gets the address of the data (Nest's per-user host), which a client learns from a redirect.</summary>
    public Uri DataEndpoint => _ports.DataUri;

    /// <summary>
    /// Where a PIN becomes a token: <c>/oauth2/access_token</c> on the front port. Beside it, <c>DELETE
    /// /oauth2/access_tokens/TOKEN</c> revokes.
    /// </summary>
    public Uri TokenEndpoint => new(Endpoint, OAuthPaths.Exchange);

    /// <summary>
    /// The token that opens the home, valid from the start; it begins with <c>c.FAKE</c>. Each exchange of a PIN adds
    /// another.
    /// </summary>
    public string AccessToken => User.AccessToken;

    /// <summary>The id of the one registered client.</summary>
    public string ClientId => _client.Id;

    /// <summary>The secret of the one registered client.</summary>
    public string ClientSecret => _client.Secret;

    /// <summary>
    /// The latest PIN: 8 characters, works once and for 48 hours (see docs/protocol/works-with-nest.md#consent-page).
    /// <see cref="IssuePin"/> makes another.
    /// </summary>
    public string Pin => User.Pin;

    /// <summary>Starts a fake over a home. It answers calls when the task completes.</summary>
    /// <param name="home">The home to begin with, such as <see cref="TestHomes.House"/>.</param>
    /// <param name="options">Defaults behave as Nest did.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">
    /// <see cref="FakeNestServerOptions.Port"/> cannot be used: another program has it, or this user may not.
    /// </exception>
    public static async Task<FakeNestServer> StartAsync(
        FakeHome home, FakeNestServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(home);
        options ??= new FakeNestServerOptions();
        FakeNestServerChecks.ThrowIfInvalid(options);
        var server = new FakeNestServer(home, options);
        try
        {
            await server.ListenAsync(options, cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            // Its timers are already running.
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The server of WireMock.Net that answers plain calls. Mappings that a test adds win over the fake's own answers,
    /// on both ports, with or without a token, and leave them again with <c>Reset()</c> or <c>ResetMappings()</c>;
    /// event streams stay the fake's. Stopping it disposes the fake.
    /// </summary>
    /// <remarks>It keeps no log of requests, because that would hold tokens: see <see cref="Requests"/>.</remarks>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or this server was stopped.</exception>
    public WireMockServer WireMock
    {
        get
        {
            ThrowIfStopped();
            return _host!.Server;
        }
    }

    /// <summary>
    /// Resets every stream, abandons unanswered calls and closes the ports. A second call waits for the first.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (_stopping)
            return new(_stopped ??= StopAsync());
    }

    private async Task ListenAsync(FakeNestServerOptions options, CancellationToken cancellationToken)
    {
        var consent = new ConsentPage(_client, _codes, () => Users);
        var oauth = new OAuthEndpoint(consent, new TokenExchange(_client, _codes, _tokens), _tokens, EndStreams);
        var data = new DataEndpoint(_tokens, new HomeWriter(_limiter, _time), new RoomMaker(_limiter));
        var gate = new EntryGate(_ports, options.Redirect, _tokens, _limiter);
        var services = new FaultServices(_time, _ports, gate.Refuse, Answer, data.WouldAccept, Revoke, _stopping.Token);
        var intake = new IntakeMiddleware(_journal, Faults, gate, services);
        var streams = new StreamMiddleware(_hub, _tokens, _time, call => Answer(call), _stopping.Token);
        var bridge = new WireMockBridge((call, request) => CrossOrigin.IsPreflight(request, call) ? CrossOrigin.Answer(request) : gate.Refuse(call) ?? Answer(call));
        _host = await WireMockHost.StartAsync(
            _ports, options.Port, bridge, [intake.InvokeAsync, streams.InvokeAsync], () => _ = DisposeAsync().AsTask(), cancellationToken).ConfigureAwait(false);

        FakeAnswer Answer(FakeCall call, Action<AcceptedWrite>? onWritten = null) => call.IsOAuth ? oauth.Answer(call) : data.Answer(call, onWritten);
    }

    private async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Faults.NowAsync(Fault.Reset).ConfigureAwait(false);
        if (_host is not null)
            await _host.DisposeAsync().ConfigureAwait(false);

        _tokens.Dispose();
        foreach (var user in Users)
            user.LiveHome.Dispose();

        _stopping.Dispose();
        _hasStopped = true;
        _signal.Notify();
    }

    /// <summary>What happened can still be read; the rest needs a running fake.</summary>
    private void ThrowIfStopped() => ObjectDisposedException.ThrowIf(_hasStopped || _stopped is not null, this);

    private void Revoke(string? token)
    {
        if (token is not null && _tokens.Revoke(token) is { } grant)
            EndStreams(grant);
    }

    private void EndStreams(Grant grant) => _ = _hub.EndAsync(grant);
}
