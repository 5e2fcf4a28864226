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
/// A fake Works with Nest service in this process, on random loopback ports. It serves reads, writes, event streams and
/// the PIN exchange for homes that keep what was written. Instances share no state.
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
        var secrets = new KnownSecrets(_client, _codes, _tokens);
        _journal = new RequestJournal(
            new JournalSources(() => _tokens.All, _tokens.IsValid, call => secrets.Mask(call?.Token)), _time, _signal);
        _hub = new StreamHub(new StreamSettings(_time, options.KeepAlivePeriod, options.MaxPendingStreamBytes, Revoke), _signal);
        Faults = new FaultScript(_hub, _signal, _journal.Mask);
        User = AddUser(home);
    }

    /// <summary>
    /// Gets the entry endpoint (Nest's <c>developer-api.nest.com</c>). It redirects data calls and serves the OAuth
    /// endpoints.
    /// </summary>
    public Uri Endpoint => _ports.FrontUri;

    /// <summary>Gets the endpoint of the data (Nest's per-user host). Clients are redirected to it.</summary>
    public Uri DataEndpoint => _ports.DataUri;

    /// <summary>
    /// Gets the address where a PIN is exchanged for a token: <c>/oauth2/access_token</c> on the front port.
    /// <c>DELETE /oauth2/access_tokens/TOKEN</c> on the same port revokes a token.
    /// </summary>
    public Uri TokenEndpoint => new(Endpoint, OAuthPaths.Exchange);

    /// <summary>
    /// Gets the access token of <see cref="User"/>, valid from the start. It begins with <c>c.FAKE</c>. Each exchange
    /// of a PIN issues another token.
    /// </summary>
    public string AccessToken => User.AccessToken;

    /// <summary>Gets the id of the registered client.</summary>
    public string ClientId => _client.Id;

    /// <summary>Gets the secret of the registered client.</summary>
    public string ClientSecret => _client.Secret;

    /// <summary>
    /// Gets the latest PIN. It has 8 characters, can be used once and is valid for 48 hours. <see cref="IssuePin"/>
    /// issues another. See docs/protocol/works-with-nest.md#consent-page.
    /// </summary>
    public string Pin => User.Pin;

    internal TimeProvider Time => _time;

    /// <summary>Starts a fake with a home. The fake accepts calls when the task completes.</summary>
    /// <param name="home">The initial home, such as <see cref="TestHomes.House"/>.</param>
    /// <param name="options">The options. Default: the behavior of Nest.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="IOException">
    /// <see cref="FakeNestServerOptions.Port"/> cannot be used: another program uses it, or access is denied.
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
            // Stops the timers, which are already running.
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Gets the WireMock.Net server that answers plain calls. Mappings that a test adds take precedence over the
    /// answers of the fake, on both ports, with or without a token. <c>Reset()</c> or <c>ResetMappings()</c> removes
    /// them. Mappings do not apply to event streams. Stopping the server disposes the fake.
    /// </summary>
    /// <remarks>Its request log is disabled because it would contain tokens. Use <see cref="Requests"/>.</remarks>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or the server was stopped.</exception>
    public WireMockServer WireMock
    {
        get
        {
            ThrowIfStopped();
            return _host!.Server;
        }
    }

    /// <summary>
    /// Resets every stream, aborts unanswered calls and closes the ports. A second call waits for the first.
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
        var services = new FaultServices(_time, _ports, ServiceDialect.WorksWithNest, gate.Refuse, (call, onWritten, _) => new(Answer(call, onWritten)), data.WouldAccept, Revoke, _stopping.Token);
        var intake = new IntakeMiddleware(_journal, Faults, gate, services);
        var streams = new StreamMiddleware(_hub, _tokens, _time, call => Answer(call), _stopping.Token);
        var bridge = new WireMockBridge((call, request) => new(CrossOrigin.IsPreflight(request, call) ? CrossOrigin.Answer(request) : gate.Refuse(call) ?? Answer(call)));
        _host = await WireMockHost.StartAsync(
            _ports, options.Port, portCount: 2, bridge, [intake.InvokeAsync, streams.InvokeAsync], () => _ = DisposeAsync().AsTask(), cancellationToken).ConfigureAwait(false);

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

    /// <summary>Protects the members that need a running fake. Recorded requests and streams stay readable.</summary>
    internal void ThrowIfStopped() => ObjectDisposedException.ThrowIf(_hasStopped || _stopped is not null, this);

    private void Revoke(string? token)
    {
        if (token is not null && _tokens.Revoke(token) is { } grant)
            EndStreams(grant);
    }

    private void EndStreams(Grant grant) => _ = _hub.EndAsync(grant);
}
