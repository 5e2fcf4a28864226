using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Authorization;
using Nest.Sdk.Authorization.Browser;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Wwn.Authorization;

namespace Nest.Sdk.Wwn;

/// <summary>
/// Gets a token of Works with Nest from a user, by PIN or in the browser, and revokes tokens. Thread-safe.
/// </summary>
/// <remarks>
/// Uses a separate connection without loggers, traces and redirects. It has no state between calls, and stores no
/// tokens: see <see cref="INestTokenStore"/>.
/// </remarks>
public sealed class WwnAuthorization : IDisposable
{
    private readonly WwnAuthorizationOptions _options;
    private readonly OAuthHttp _http;
    private readonly OAuthClient _client;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Creates an authorization with the given settings.</summary>
    /// <param name="options">The settings; read once, by this call.</param>
    /// <param name="timeProvider">The clock. Null means the system's clock.</param>
    /// <param name="loggerFactory">Creates the loggers. Null disables logging.</param>
    /// <exception cref="ArgumentException">An option is invalid. The message names the option and the fix.</exception>
    public WwnAuthorization(WwnAuthorizationOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (new WwnAuthorizationOptionsValidator().Validate(null, options) is { Failed: true } invalid)
            throw new ArgumentException(invalid.FailureMessage, nameof(options));
        _options = new WwnAuthorizationOptions
        {
            ClientId = options.ClientId?.Trim(),
            ClientSecret = options.ClientSecret,
            RedirectUri = options.RedirectUri,
            AuthorizationEndpoint = options.AuthorizationEndpoint,
            TokenEndpoint = options.TokenEndpoint,
        };
        _time = timeProvider ?? TimeProvider.System;
        _logger = new SafeLogger((loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Nest.Sdk.Authorization"));
        _http = new OAuthHttp(options.ConnectTimeout, options.ResponseTimeout, options.ConfigureHandler, _time);
        _client = new OAuthClient(_options, _http);
    }

    /// <summary>
    /// Creates an unguessable <c>state</c>: 256 random bits, in characters that need no escaping in a URI.
    /// </summary>
    /// <returns>
    /// 43 characters. Store it where only the user's browser can return it: in a web application, in a cookie or
    /// session.
    /// </returns>
    public static string CreateState() => OAuthState.Create();

    /// <summary>
    /// Compares the <c>state</c> of a redirect with the expected one, in constant time. For programs that receive
    /// redirects themselves.
    /// </summary>
    /// <param name="expected">The state from <see cref="CreateState"/>.</param>
    /// <param name="actual">The state of the redirect. Null when the redirect has none.</param>
    /// <returns>True when the two are equal. Otherwise reject the redirect, including its code.</returns>
    public static bool IsSameState(string expected, string? actual) => OAuthState.AreEqual(expected, actual);

    /// <summary>
    /// Creates the address of the page on which the user consents and, for a client registered for PINs, gets the PIN.
    /// </summary>
    /// <param name="state">
    /// A new value from <see cref="CreateState"/> for each user and attempt. The web flow must compare it with the
    /// state of the redirect.
    /// </param>
    /// <returns>The address. It includes <see cref="WwnAuthorizationOptions.RedirectUri"/> when that is set.</returns>
    /// <exception cref="ArgumentException">The state is blank.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="WwnAuthorizationOptions.ClientId"/> is not set.
    /// </exception>
    public Uri CreateAuthorizationUri(string state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        var query = $"?client_id={Uri.EscapeDataString(ClientId())}&state={Uri.EscapeDataString(state)}";
        // The original spelling, because it must match the registered one exactly.
        if (_options.RedirectUri is { } redirect)
            query += $"&redirect_uri={Uri.EscapeDataString(redirect.OriginalString)}";
        return new Uri(_options.AuthorizationEndpoint.AbsoluteUri + query);
    }

    /// <summary>Exchanges the PIN from the consent page for a token. A PIN can be exchanged once.</summary>
    /// <param name="pin">The PIN. A string converts automatically.</param>
    /// <param name="cancellationToken">Cancels the wait. The PIN may be used up by then.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">
    /// The PIN was refused. <see cref="NestAuthorizationException.Failure"/> is the reason, and the message has the
    /// remedy.
    /// </exception>
    /// <exception cref="NestException">
    /// There was no response, or it could not be read. Nothing is retried automatically.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="WwnAuthorizationOptions.ClientId"/> or <see cref="WwnAuthorizationOptions.ClientSecret"/> is not set.
    /// </exception>
    public Task<NestToken> ExchangePinAsync(AuthorizationCode pin, CancellationToken cancellationToken = default) =>
        ExchangeAsync(pin, () => CodeKind.Pin(CreateAuthorizationUri(CreateState())), cancellationToken);

    /// <summary>
    /// Exchanges the code of a redirect for a token. For programs that receive redirects themselves. Check the state
    /// with <see cref="IsSameState"/> first.
    /// </summary>
    /// <param name="code">The code. A string converts automatically.</param>
    /// <param name="cancellationToken">Cancels the wait. The code may be used up by then.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">
    /// The code was refused. <see cref="NestAuthorizationException.Failure"/> is the reason, and the message has the
    /// remedy.
    /// </exception>
    /// <exception cref="NestException">
    /// There was no response, or it could not be read. Nothing is retried automatically.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="WwnAuthorizationOptions.ClientId"/> or <see cref="WwnAuthorizationOptions.ClientSecret"/> is not set.
    /// </exception>
    public Task<NestToken> ExchangeCodeAsync(AuthorizationCode code, CancellationToken cancellationToken = default) =>
        ExchangeAsync(code, static () => CodeKind.Web, cancellationToken);

    /// <summary>
    /// Runs the whole web flow for a program on the user's machine: opens the page in the browser, receives the
    /// redirect at <see cref="WwnAuthorizationOptions.RedirectUri"/>, checks its state and exchanges its code.
    /// </summary>
    /// <param name="browser">
    /// How to open the page and how long to wait. Null means the system's browser and five minutes.
    /// </param>
    /// <param name="cancellationToken">Cancels the flow at any point.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">
    /// The user declined or did not finish in time, no browser or port was available, or the code was refused.
    /// <see cref="NestAuthorizationException.Failure"/> is the reason.
    /// </exception>
    /// <exception cref="NestException">The exchange got no response, or it could not be read.</exception>
    /// <exception cref="ArgumentException">The timeout is not positive.</exception>
    /// <exception cref="InvalidOperationException">
    /// A required setting is missing, or the redirect URI is not plain HTTP on this machine.
    /// </exception>
    public async Task<NestToken> AuthorizeInBrowserAsync(NestBrowserOptions? browser = null, CancellationToken cancellationToken = default)
    {
        browser ??= new NestBrowserOptions();
        if (SettingRules.Positive(nameof(browser.Timeout), browser.Timeout).FirstOrDefault() is { } wrong)
            throw new ArgumentException(wrong, nameof(browser));
        _ = ClientSecret();
        var state = CreateState();
        var flow = new BrowserFlow(LoopbackRedirect(), _ => CreateAuthorizationUri(state), state, browser, _time, _logger);
        return await flow.RunAsync((code, _) => ExchangeCodeAsync(code, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Revokes a token: its streams end, and later calls with it fail. Any 2xx and 404 count as revoked.
    /// </summary>
    /// <param name="token">The token. It is not removed from any store.</param>
    /// <param name="cancellationToken">Cancels the wait. The token may be revoked by then.</param>
    /// <exception cref="NestException">The server refused or did not respond. Revoking again is safe.</exception>
    /// <returns>A task that completes when the token is revoked.</returns>
    public async Task RevokeAsync(AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        await _client.RevokeAsync(token, cancellationToken).ConfigureAwait(false);
        AuthorizationLog.Revoked(_logger);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<NestToken> ExchangeAsync(AuthorizationCode code, Func<CodeKind> kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        var token = await _client.ExchangeAsync(ClientId(), ClientSecret(), code, kind(), cancellationToken).ConfigureAwait(false);
        AuthorizationLog.Exchanged(_logger);
        return token;
    }

    private string ClientId() => _options.ClientId ?? throw NotSet(nameof(_options.ClientId), "the client id (product id) of the developer console");

    private ClientSecret ClientSecret() => _options.ClientSecret ?? throw NotSet(nameof(_options.ClientSecret), "the client secret of the developer console, and do not store it in source code");

    private Uri LoopbackRedirect()
    {
        var redirect = _options.RedirectUri ?? throw NotSet(nameof(_options.RedirectUri), "the loopback address that is registered for the client, such as http://localhost:7777/nest, or use a PIN");
        return redirect.Scheme == Uri.UriSchemeHttp
            ? redirect
            : throw new InvalidOperationException($"RedirectUri is '{redirect}', which is not an address on the user's machine. Register and set one like http://localhost:7777/nest, or receive the redirect yourself and call {nameof(ExchangeCodeAsync)}.");
    }

    private static InvalidOperationException NotSet(string option, string what) => new($"{option} is not set. Set {nameof(WwnAuthorizationOptions)}.{option} to {what}.");
}
