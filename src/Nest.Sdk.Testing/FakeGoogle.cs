using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Google;
using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Google.Publishing;
using Nest.Sdk.Testing.Google.PubSub;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Serving;
using Nest.Sdk.Testing.Waiting;
using WireMock.Server;

namespace Nest.Sdk.Testing;

/// <summary>
/// A fake of Google's side of Smart Device Management in this process, on a random loopback port: the partner page, the
/// token endpoint, the lists and reads of devices, structures and rooms, and Pub/Sub, where what changes is published.
/// It serves homes of its own, or the house of a running <see cref="FakeNestServer"/>, in which a change through one
/// service is seen by both. It does not execute commands.
/// </summary>
public sealed partial class FakeGoogle : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly FakePorts _ports = new();
    private readonly ChangeSignal _signal = new();
    private readonly List<FakeGoogleUser> _users = [];
    private readonly List<IDisposable> _homes = [];
    private readonly IReadOnlyList<string> _scopes;
    private readonly TimeProvider _time;
    private readonly GoogleClient _client;
    private readonly GoogleTokens _tokens;
    private readonly GoogleCodes _codes;
    private readonly GoogleHeaders _headers;
    private readonly QuotaLedger _quotas;
    private readonly ServiceAccount _serviceAccount = new(CloudProjectName);
    private readonly RequestJournal _journal;
    private readonly PubSubBroker _broker;
    private readonly Outbox _outbox;
    private WireMockHost? _host;
    private Task? _stopped;
    private volatile bool _hasStopped;
    private int _silences;

    private FakeGoogle(FakeGoogleOptions options, TimeProvider time)
    {
        _time = time;
        _scopes = [.. options.Scopes];
        _client = new GoogleClient(options.ProjectId ?? Guid.NewGuid().ToString(), [.. options.RedirectUris]);
        _tokens = new GoogleTokens(time, options.TokenLifetime);
        _codes = new GoogleCodes(time);
        _headers = new GoogleHeaders(time);
        _quotas = new QuotaLedger(options.Quotas, time);
        _journal = new RequestJournal(
            new JournalSources(() => _tokens.AccessEver, _tokens.IsValid, new GoogleSecrets(_client, _codes, _tokens).Mask), time, _signal);
        Faults = new FaultScript(null, _signal, _journal.Mask);
        _broker = new PubSubBroker(time, _signal);
        _outbox = new Outbox(_broker, Messages, PubSubNames.Topic(CloudProjectName, "nest-events"), time, _stopping.Token);
        AddOwnSubscription(options.AckDeadline);
    }

    /// <summary>
    /// Gets the address of the SDM API (Google's <c>https://smartdevicemanagement.googleapis.com/</c>).
    /// </summary>
    public Uri SdmEndpoint => _ports.FrontUri;

    /// <summary>
    /// Gets the address of the token endpoint (Google's <c>https://oauth2.googleapis.com/token</c>).
    /// <c>/oauth2/v4/token</c> is the same.
    /// </summary>
    public Uri TokenEndpoint => new(SdmEndpoint, GooglePaths.Token);

    /// <summary>
    /// Gets the address to which a POST revokes a token (Google's <c>https://oauth2.googleapis.com/revoke</c>).
    /// </summary>
    public Uri RevocationEndpoint => new(SdmEndpoint, GooglePaths.Revoke);

    /// <summary>
    /// Gets the address below which the partner page is, at <c>PROJECT/auth</c> (Google's
    /// <c>https://nestservices.google.com/partnerconnections/</c>). See
    /// docs/protocol/smart-device-management.md#authorization-url.
    /// </summary>
    public Uri AuthorizationEndpoint => new(SdmEndpoint, GooglePaths.Partner);

    /// <summary>Gets the project id of the Device Access Console.</summary>
    public string ProjectId => _client.ProjectId;

    /// <summary>Gets the id of the OAuth client. <see cref="ReplaceClient"/> changes it.</summary>
    public string ClientId => _client.Id;

    /// <summary>Gets the secret of the OAuth client. <see cref="ReplaceClient"/> changes it.</summary>
    public string ClientSecret => _client.Secret;

    /// <inheritdoc cref="FakeGoogleUser.RefreshToken"/>
    public string RefreshToken => User.RefreshToken;

    /// <inheritdoc cref="FakeGoogleUser.AccessToken"/>
    public string AccessToken => User.AccessToken;

    /// <summary>
    /// Gets the key file of a service account, as the Google Cloud console creates it. The key pair is generated at the
    /// first use. Its tokens cannot call the SDM API. See
    /// docs/protocol/smart-device-management.md#identity-for-pubsub.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public string ServiceAccountKeyJson
    {
        get
        {
            ThrowIfStopped();
            return _serviceAccount.KeyJson(TokenEndpoint);
        }
    }

    /// <summary>
    /// Gets the WireMock.Net server that answers the calls. Mappings that a test adds take precedence over the answers
    /// of the fake, with or without a token. <c>Reset()</c> or <c>ResetMappings()</c> removes them. Stopping the server
    /// disposes the fake.
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

    /// <summary>Starts a fake with a home. The fake accepts calls when the task completes.</summary>
    /// <param name="home">The initial home, such as <see cref="TestHomes.House"/>.</param>
    /// <param name="options">The options. Default: the behavior of Google.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="IOException">
    /// <see cref="FakeGoogleOptions.Port"/> cannot be used: another program uses it, or access is denied.
    /// </exception>
    public static Task<FakeGoogle> StartAsync(FakeHome home, FakeGoogleOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(home);
        return StartAsync(google => google.AddUser(home), TimeProvider.System, options ?? new(), cancellationToken);
    }

    /// <summary>
    /// Starts a fake over the house of a running server of Works with Nest, by its clock: one house behind both
    /// services. Each user of the server becomes a user of Google.
    /// </summary>
    /// <param name="server">The server. Dispose it after the fake Google.</param>
    /// <exception cref="ObjectDisposedException">
    /// The server was disposed, or its WireMock server was stopped.
    /// </exception>
    public static Task<FakeGoogle> StartAsync(FakeNestServer server) => StartAsync(server, new());

    /// <inheritdoc cref="StartAsync(FakeNestServer)"/>
    /// <param name="server">The server. Dispose it after the fake Google.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="ObjectDisposedException">
    /// The server was disposed, or its WireMock server was stopped.
    /// </exception>
    /// <exception cref="IOException">
    /// <see cref="FakeGoogleOptions.Port"/> cannot be used: another program uses it, or access is denied.
    /// </exception>
    public static Task<FakeGoogle> StartAsync(FakeNestServer server, FakeGoogleOptions options)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(options);
        server.ThrowIfStopped();
        return StartAsync(
            google =>
            {
                foreach (var user in server.Users)
                    google.AddUser(user);
            },
            server.Time,
            options,
            CancellationToken.None);
    }

    /// <summary>Aborts unanswered calls and closes the port. A second call waits for the first.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_stopping)
            return new(_stopped ??= StopAsync());
    }

    private static async Task<FakeGoogle> StartAsync(Action<FakeGoogle> addUsers, TimeProvider time, FakeGoogleOptions options, CancellationToken cancellationToken)
    {
        FakeGoogleChecks.ThrowIfInvalid(options);
        var google = new FakeGoogle(options, options.TimeProvider ?? time);
        try
        {
            addUsers(google);
            await google.ListenAsync(options.Port, cancellationToken).ConfigureAwait(false);
            return google;
        }
        catch
        {
            // Stops the timers of the homes, which are already running.
            await google.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ListenAsync(int port, CancellationToken cancellationToken)
    {
        var page = new PartnerPage(_client, _codes, () => [.. Users.Select(user => user.Account)]);
        var exchange = new TokenEndpoint(_client, _tokens, _codes, _serviceAccount, _time, () => [TokenEndpoint.AbsoluteUri, new Uri(SdmEndpoint, GooglePaths.OlderToken).AbsoluteUri]);
        var oauth = new GoogleOAuthEndpoint(page, exchange);
        var sdm = new SdmEndpoint(_client, _tokens, Script);
        var gate = new SdmGate(_client, _tokens, _quotas, new PubSubGate(CloudProjectName, _tokens));
        var pubSub = new PubSubEndpoint(_broker, _time);
        var services = new FaultServices(
            _time, _ports, GoogleDialect.Instance, gate.Refuse, (call, _, ending) => AnswerAsync(call, ending), _ => false, token => _ = token is not null && _tokens.Revoke(token), _stopping.Token);
        var intake = new IntakeMiddleware(_journal, Faults, gate, services);
        var bridge = new WireMockBridge(async (call, request) =>
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, _stopping.Token);
            return CrossOrigin.IsPreflight(request, call) ? CrossOrigin.Answer(request) : gate.Refuse(call) ?? await AnswerAsync(call, ending.Token).ConfigureAwait(false);
        });
        _host = await WireMockHost.StartAsync(
            _ports, port, portCount: 1, bridge, [_headers.InvokeAsync, intake.InvokeAsync], () => _ = DisposeAsync().AsTask(), cancellationToken).ConfigureAwait(false);

        ValueTask<FakeAnswer> AnswerAsync(FakeCall call, CancellationToken ending) => call switch
        {
            { IsOAuth: true } => new(oauth.Answer(call)),
            _ when call.RawPath.StartsWith(PubSubRoute.Root, StringComparison.Ordinal) => pubSub.AnswerAsync(call, ending),
            _ => new(sdm.Answer(call)),
        };
    }

    private async Task StopAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_host is not null)
            await _host.DisposeAsync().ConfigureAwait(false);

        lock (_users)
            _homes.ForEach(home => home.Dispose());

        _broker.Dispose();
        _serviceAccount.Dispose();
        _stopping.Dispose();
        _hasStopped = true;
        _signal.Notify();
    }

    /// <summary>Protects the members that need a running fake. Recorded requests stay readable.</summary>
    private void ThrowIfStopped() => ObjectDisposedException.ThrowIf(_hasStopped || _stopped is not null, this);
}
