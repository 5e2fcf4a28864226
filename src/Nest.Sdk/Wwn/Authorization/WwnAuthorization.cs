using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Authorization;
using Nest.Sdk.Authorization.Browser;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Wwn.Authorization;

namespace Nest.Sdk.Wwn;

/// <summary>Gets a token of Works with Nest from a user, by PIN or by browser, and revokes it. Safe for use by many threads.</summary>
/// <remarks>It has a connection of its own, which no logger, tracer or redirect sees, keeps nothing between calls, and stores no token: see <see cref="INestTokenStore"/>.</remarks>
public sealed class WwnAuthorization : IDisposable
{
    private const int StateBytes = 32;

    private readonly WwnAuthorizationOptions _options;
    private readonly OAuthHttp _http;
    private readonly OAuthClient _client;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Takes over the settings.</summary>
    /// <param name="options">The settings; read now and never again.</param>
    /// <param name="timeProvider">The clock; null means the system's.</param>
    /// <param name="loggerFactory">Where to log; null means nowhere.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and what to do.</exception>
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

    /// <summary>Creates a <c>state</c> that no one can guess: 256 random bits, spelled so that no address changes it.</summary>
    /// <returns>43 characters. Keep it where the browser's owner alone can bring it back: in a cookie or session, for a web application.</returns>
    public static string CreateState() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(StateBytes));

    /// <summary>Compares the <c>state</c> that a redirect brought with the one given out, in constant time. For programs that receive redirects themselves.</summary>
    /// <param name="expected">The one from <see cref="CreateState"/>.</param>
    /// <param name="actual">The one of the redirect; null when it brought none.</param>
    /// <returns>True when they are the same. Otherwise refuse the redirect, its code included.</returns>
    public static bool IsSameState(string expected, string? actual)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expected);
        return actual is not null && SecretValue.AreEqual(expected, actual);
    }

    /// <summary>The page on which the user consents and, for a client registered for PINs, gets the PIN.</summary>
    /// <param name="state">A value from <see cref="CreateState"/>, fresh for each user and attempt. The web flow has to compare it with what the redirect brings.</param>
    /// <returns>The address, with <see cref="WwnAuthorizationOptions.RedirectUri"/> in it when that is set.</returns>
    /// <exception cref="ArgumentException">The state is blank.</exception>
    /// <exception cref="InvalidOperationException"><see cref="WwnAuthorizationOptions.ClientId"/> is not set.</exception>
    public Uri CreateAuthorizationUri(string state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        var query = $"?client_id={Uri.EscapeDataString(ClientId())}&state={Uri.EscapeDataString(state)}";
        // As it was written: it must match the registered one letter by letter.
        if (_options.RedirectUri is { } redirect)
            query += $"&redirect_uri={Uri.EscapeDataString(redirect.OriginalString)}";
        return new Uri(_options.AuthorizationEndpoint.AbsoluteUri + query);
    }

    /// <summary>Exchanges the PIN that the user got on the page for a token. The PIN is used up by that.</summary>
    /// <param name="pin">The PIN. A string converts automatically.</param>
    /// <param name="cancellationToken">Ends the wait; the PIN may be used up by then.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">It was refused: <see cref="NestAuthorizationException.Failure"/> says why, the text what to do.</exception>
    /// <exception cref="NestException">There was no answer, or one that cannot be read. Nothing is repeated automatically.</exception>
    /// <exception cref="InvalidOperationException"><see cref="WwnAuthorizationOptions.ClientId"/> or <see cref="WwnAuthorizationOptions.ClientSecret"/> is not set.</exception>
    public Task<NestToken> ExchangePinAsync(AuthorizationCode pin, CancellationToken cancellationToken = default) =>
        ExchangeAsync(pin, () => CodeKind.Pin(CreateAuthorizationUri(CreateState())), cancellationToken);

    /// <summary>Exchanges the code that a redirect brought for a token. For programs that receive redirects themselves: check the state first, with <see cref="IsSameState"/>.</summary>
    /// <param name="code">The code. A string converts automatically.</param>
    /// <param name="cancellationToken">Ends the wait; the code may be used up by then.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">It was refused: <see cref="NestAuthorizationException.Failure"/> says why, the text what to do.</exception>
    /// <exception cref="NestException">There was no answer, or one that cannot be read. Nothing is repeated automatically.</exception>
    /// <exception cref="InvalidOperationException"><see cref="WwnAuthorizationOptions.ClientId"/> or <see cref="WwnAuthorizationOptions.ClientSecret"/> is not set.</exception>
    public Task<NestToken> ExchangeCodeAsync(AuthorizationCode code, CancellationToken cancellationToken = default) =>
        ExchangeAsync(code, static () => CodeKind.Web, cancellationToken);

    /// <summary>The whole web flow for a program on the user's machine: opens the page in the browser, receives the redirect at <see cref="WwnAuthorizationOptions.RedirectUri"/>, checks its state and exchanges its code.</summary>
    /// <param name="browser">How to open the page and how long to wait; null means the system's browser and five minutes.</param>
    /// <param name="cancellationToken">Gives up, at any point.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NestAuthorizationException">The user declined or did not finish in time, no browser or no port was available, or the code was refused: <see cref="NestAuthorizationException.Failure"/> says which.</exception>
    /// <exception cref="NestException">The exchange got no answer, or one that cannot be read.</exception>
    /// <exception cref="ArgumentException">The timeout is not positive.</exception>
    /// <exception cref="InvalidOperationException">A setting that this needs is missing, or the redirect URI does not lead to this machine by plain http.</exception>
    public async Task<NestToken> AuthorizeInBrowserAsync(NestBrowserOptions? browser = null, CancellationToken cancellationToken = default)
    {
        browser ??= new NestBrowserOptions();
        if (SettingRules.Positive(nameof(browser.Timeout), browser.Timeout).FirstOrDefault() is { } wrong)
            throw new ArgumentException(wrong, nameof(browser));
        _ = ClientSecret();
        var state = CreateState();
        var flow = new BrowserFlow(LoopbackRedirect(), CreateAuthorizationUri(state), state, browser, _time, _logger);
        return await flow.RunAsync(code => ExchangeCodeAsync(code, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes a token: its streams end, and every later call with it fails. Any 2xx counts as done, and so does 404: the token is gone.</summary>
    /// <param name="token">The token. It is not removed from any store.</param>
    /// <param name="cancellationToken">Ends the wait; the token may be revoked by then.</param>
    /// <exception cref="NestException">The server refused or did not answer. Revoking again does no harm.</exception>
    /// <returns>Completes when the token is revoked.</returns>
    public async Task RevokeAsync(AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        await _client.RevokeAsync(token, cancellationToken).ConfigureAwait(false);
        AuthorizationLog.Revoked(_logger);
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<NestToken> ExchangeAsync(AuthorizationCode code, Func<CodeKind> kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        var token = await _client.ExchangeAsync(ClientId(), ClientSecret(), code, kind(), cancellationToken).ConfigureAwait(false);
        AuthorizationLog.Exchanged(_logger);
        return token;
    }

    private string ClientId() => _options.ClientId ?? throw NotSet(nameof(_options.ClientId), "the client id (product id) of the developer console");

    private ClientSecret ClientSecret() => _options.ClientSecret ?? throw NotSet(nameof(_options.ClientSecret), "the client secret of the developer console, and keep it out of code that others can read");

    private Uri LoopbackRedirect()
    {
        var redirect = _options.RedirectUri ?? throw NotSet(nameof(_options.RedirectUri), "the loopback address that is registered for the client, such as http://localhost:7777/nest, or use a PIN");
        return redirect.Scheme == Uri.UriSchemeHttp
            ? redirect
            : throw new InvalidOperationException($"RedirectUri is '{redirect}', which no program can listen to on the user's machine. Register and set one like http://localhost:7777/nest, or receive the redirect yourself and call {nameof(ExchangeCodeAsync)}.");
    }

    private static InvalidOperationException NotSet(string option, string what) => new($"{option} is not set. Set {nameof(WwnAuthorizationOptions)}.{option} to {what}.");
}
