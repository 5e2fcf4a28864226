using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Authorization;
using Nest.Sdk.Authorization.Browser;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Sdm.Authorization;

namespace Nest.Sdk.Sdm;

/// <summary>
/// Gets the authorization of a user for Google's Smart Device Management, in the browser or with a copied address, and
/// revokes it. Thread-safe.
/// </summary>
/// <remarks>
/// Uses a separate connection without loggers, traces and redirects. It has no state between calls, and stores no
/// tokens: see <see cref="INestTokenStore"/>. The tokens that it returns have no access token, since a client gets one
/// when it needs it. The first list of the devices completes the set-up, so report success only after
/// <see cref="INestClient.GetAsync"/>. See docs/protocol/smart-device-management.md#authorization.
/// </remarks>
public sealed class SdmAuthorization : IDisposable
{
    private readonly SdmAuthorizationOptions _options;
    private readonly OAuthHttp _http;
    private readonly SdmOAuthClient _client;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Creates an authorization with the given settings.</summary>
    /// <param name="options">The settings; read once, by this call.</param>
    /// <param name="timeProvider">The clock. Null means the system's clock.</param>
    /// <param name="loggerFactory">Creates the loggers. Null disables logging.</param>
    /// <exception cref="ArgumentException">An option is invalid. The message names the option and the fix.</exception>
    public SdmAuthorization(SdmAuthorizationOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (new SdmAuthorizationOptionsValidator().Validate(null, options) is { Failed: true } invalid)
            throw new ArgumentException(invalid.FailureMessage, nameof(options));
        _options = new SdmAuthorizationOptions
        {
            ProjectId = options.ProjectId?.Trim(),
            ClientId = options.ClientId?.Trim(),
            ClientSecret = options.ClientSecret,
            RedirectUri = options.RedirectUri,
            Scopes = [.. options.Scopes],
            UsePkce = options.UsePkce,
            AuthorizationEndpoint = options.AuthorizationEndpoint,
            TokenEndpoint = options.TokenEndpoint,
        };
        _time = timeProvider ?? TimeProvider.System;
        _logger = new SafeLogger((loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Nest.Sdk.Authorization"));
        _http = new OAuthHttp(options.ConnectTimeout, options.ResponseTimeout, options.ConfigureHandler, _time);
        _client = new SdmOAuthClient(_http, _options.TokenEndpoint);
    }

    /// <summary>
    /// Creates an attempt with an unguessable <c>state</c> (256 random bits) and, with
    /// <see cref="SdmAuthorizationOptions.UsePkce"/>, the secret of PKCE.
    /// </summary>
    /// <returns>The attempt, for one user and one redirect.</returns>
    /// <exception cref="InvalidOperationException">
    /// The project id, the client id or the redirect URI is not set.
    /// </exception>
    public SdmAuthorizationRequest CreateAuthorizationRequest()
    {
        var (state, verifier) = (OAuthState.Create(), Verifier());
        return new SdmAuthorizationRequest(PageOf(RedirectUri(), state, verifier), state, verifier);
    }

    /// <summary>
    /// Creates the address of the page on which the user picks homes and consents, with a state of the program's own.
    /// Use <see cref="CreateAuthorizationRequest"/> unless the program has one.
    /// </summary>
    /// <param name="state">A new unguessable value for each user and attempt, which the redirect returns.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The state is blank.</exception>
    /// <exception cref="InvalidOperationException">
    /// The project id, the client id or the redirect URI is not set, or
    /// <see cref="SdmAuthorizationOptions.UsePkce"/> is.
    /// </exception>
    public Uri CreateAuthorizationUri(string state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        return _options.UsePkce
            ? throw new InvalidOperationException($"UsePkce is set, and this address has no place for its secret. Call {nameof(CreateAuthorizationRequest)}.")
            : PageOf(RedirectUri(), state, verifier: null);
    }

    /// <summary>
    /// Exchanges the code of a redirect for a refresh token. For programs that receive redirects themselves and have
    /// compared the state.
    /// </summary>
    /// <param name="code">The code, escaped or not. A string converts automatically. It is sent once.</param>
    /// <param name="codeVerifier">
    /// <see cref="SdmAuthorizationRequest.CodeVerifier"/> of the attempt. Null without PKCE.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait. The code may be used up by then.</param>
    /// <returns>The refresh token, its scopes, the project and the time. Without an access token.</returns>
    /// <exception cref="NestAuthorizationException">
    /// The code was refused, a scope was not granted, or no refresh token came.
    /// <see cref="NestAuthorizationException.Failure"/> is the reason, and the message has the remedy.
    /// </exception>
    /// <exception cref="NestException">
    /// There was no response, or it could not be read. Nothing is retried automatically.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The client id, the client secret or the redirect URI is not set.
    /// </exception>
    public Task<NestToken> ExchangeCodeAsync(AuthorizationCode code, string? codeVerifier = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ExchangeAsync(code, RedirectUri(), codeVerifier, cancellationToken);
    }

    /// <summary>
    /// Exchanges the code in the address that the browser ended at, as the user copied it. For redirects that no
    /// program receives, such as <c>https://www.google.com</c>.
    /// </summary>
    /// <param name="address">The whole address, read by <see cref="SdmRedirect.Parse"/>.</param>
    /// <param name="expectedState">
    /// <see cref="SdmAuthorizationRequest.State"/> of the attempt. Null when the program does not know it: then the
    /// state is not checked.
    /// </param>
    /// <param name="codeVerifier">
    /// <see cref="SdmAuthorizationRequest.CodeVerifier"/> of the attempt. Null without PKCE.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait. The code may be used up by then.</param>
    /// <inheritdoc cref="ExchangeCodeAsync"/>
    /// <exception cref="ArgumentException">The text is not such an address.</exception>
    /// <exception cref="NestAuthorizationException">
    /// The user declined, the address belongs to another attempt, the code was refused, a scope was not granted, or no
    /// refresh token came.
    /// </exception>
    public Task<NestToken> ExchangeAddressAsync(string address, string? expectedState = null, string? codeVerifier = null, CancellationToken cancellationToken = default)
    {
        var redirect = SdmRedirect.Parse(address);
        if (expectedState is not null && !OAuthState.AreEqual(expectedState, redirect.State))
            throw new NestAuthorizationException("The address belongs to another attempt: its state is missing or differs. Close the pages of earlier attempts, and start again.") { Failure = NestAuthorizationFailure.StateMismatch };
        return redirect.Code is { } code
            ? ExchangeAsync(code, RedirectUri(), codeVerifier, cancellationToken)
            : throw ConsentErrors.Of(redirect.Error, redirect.ErrorDescription);
    }

    /// <summary>
    /// Runs the whole flow for a program on the user's machine: opens the page in the browser, receives the redirect on
    /// this machine, checks its state and exchanges its code.
    /// </summary>
    /// <param name="browser">
    /// How to open the page and how long to wait. Null means the system's browser and five minutes.
    /// </param>
    /// <param name="cancellationToken">Cancels the flow at any point.</param>
    /// <inheritdoc cref="ExchangeCodeAsync"/>
    /// <exception cref="NestAuthorizationException">
    /// The user declined or did not finish in time, no browser or port was available, the code was refused, a scope was
    /// not granted, or no refresh token came.
    /// </exception>
    /// <exception cref="ArgumentException">The timeout is not positive.</exception>
    /// <exception cref="InvalidOperationException">
    /// A required setting is missing, or the redirect URI is not plain HTTP on this machine.
    /// </exception>
    public async Task<NestToken> AuthorizeInBrowserAsync(NestBrowserOptions? browser = null, CancellationToken cancellationToken = default)
    {
        browser ??= new NestBrowserOptions();
        if (SettingRules.Positive(nameof(browser.Timeout), browser.Timeout).FirstOrDefault() is { } wrong)
            throw new ArgumentException(wrong, nameof(browser));
        _ = (ProjectId(), ClientId(), ClientSecret());
        var (state, verifier) = (OAuthState.Create(), Verifier());
        var flow = new BrowserFlow(LoopbackRedirect(), redirect => PageOf(redirect, state, verifier), state, browser, _time, _logger);
        try
        {
            return await flow.RunAsync((code, redirect) => ExchangeAsync(code, redirect, verifier, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (NestAuthorizationException late) when (late.Failure == NestAuthorizationFailure.TimedOut && SdmProjectIds.Hint(ProjectId()) is { Length: > 0 } hint)
        {
            // With a wrong project the page shows an error and never redirects.
            throw new NestAuthorizationException($"{late.Message}{hint}", late) { Failure = late.Failure };
        }
    }

    /// <summary>
    /// Revokes a refresh token or an access token. At Google either one ends the whole authorization: the user has to
    /// authorize again.
    /// </summary>
    /// <param name="token">
    /// A <see cref="RefreshToken"/> or an <see cref="AccessToken"/>. It is not removed from any store.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait. The token may be revoked by then.</param>
    /// <exception cref="ArgumentException">The secret is of another kind.</exception>
    /// <exception cref="NestException">The server refused or did not respond. Revoking again is safe.</exception>
    /// <returns>A task that completes when the token is revoked, or Google does not know it anymore.</returns>
    public async Task RevokeAsync(SecretValue token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token is not (RefreshToken or AccessToken))
            throw new ArgumentException($"A {token.GetType().Name} cannot be revoked. Use a {nameof(RefreshToken)} or an {nameof(AccessToken)}.", nameof(token));
        await _client.RevokeAsync(token, cancellationToken).ConfigureAwait(false);
        AuthorizationLog.Revoked(_logger);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<NestToken> ExchangeAsync(AuthorizationCode code, Uri redirect, string? verifier, CancellationToken cancellationToken)
    {
        var exchange = new SdmExchange(ClientId(), ClientSecret(), redirect, verifier);
        var tokens = await _client.ExchangeAsync(exchange, SdmRedirect.Unescaped(code), cancellationToken).ConfigureAwait(false);
        var token = SdmGrant.Of(tokens, _options);
        AuthorizationLog.Exchanged(_logger);
        return token;
    }

    private Uri PageOf(Uri redirect, string state, string? verifier) => PartnerPage.Of(_options, ProjectId(), ClientId(), redirect, state, verifier);

    private string? Verifier() => _options.UsePkce ? OAuthState.Create() : null;

    private string ProjectId() => _options.ProjectId ?? throw NotSet(nameof(_options.ProjectId), "the project id of the Device Access Console");

    private string ClientId() => _options.ClientId ?? throw NotSet(nameof(_options.ClientId), "the OAuth client id of the Google Cloud project");

    private ClientSecret ClientSecret() => _options.ClientSecret ?? throw NotSet(nameof(_options.ClientSecret), "the OAuth client secret of the Google Cloud project, and do not store it in source code");

    private Uri RedirectUri() => _options.RedirectUri ?? throw NotSet(nameof(_options.RedirectUri), "a URI that is registered for the OAuth client, such as https://www.google.com");

    /// <summary>Gets the address to listen on. Port 0 means a free one.</summary>
    private Uri LoopbackRedirect()
    {
        var redirect = _options.RedirectUri ?? new Uri("http://127.0.0.1:0/");
        return redirect.Scheme == Uri.UriSchemeHttp
            ? redirect
            : throw new InvalidOperationException($"RedirectUri is '{redirect}', which is not an address on the user's machine. Register and set one like http://127.0.0.1:7777/, or let the user copy the address of the last page and call {nameof(ExchangeAddressAsync)}.");
    }

    private static InvalidOperationException NotSet(string option, string what) => new($"{option} is not set. Set {nameof(SdmAuthorizationOptions)}.{option} to {what}.");
}
