using System.Text;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Http;
using Nest.Sdk.Sdm.Authorization;

namespace Nest.Sdk.Sdm;

/// <summary>
/// Gets access tokens for Pub/Sub with the key of a service account. A service account cannot call the SDM API, which
/// needs a user. Thread-safe.
/// </summary>
/// <remarks>
/// A token is replaced a minute before it expires, once for all concurrent callers. Uses a separate connection without
/// loggers, traces and redirects. See docs/protocol/smart-device-management.md#identity-for-pubsub.
/// </remarks>
public sealed class ServiceAccountTokenSource : IAccessTokenSource, IDisposable
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private readonly ServiceAccountKey _key;
    private readonly Uri _tokenEndpoint;
    private readonly IReadOnlyList<string> _scopes;
    private readonly OAuthHttp _http;
    private readonly GoogleTokenEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly RefreshedAccess _access;
    private readonly Lock _signing = new();

    private ServiceAccountTokenSource(ServiceAccountKey key, Uri tokenEndpoint, ServiceAccountOptions options, TimeProvider time)
    {
        (_key, _tokenEndpoint, _scopes, _time) = (key, tokenEndpoint, [.. options.Scopes], time);
        _http = new OAuthHttp(options.ConnectTimeout, options.ResponseTimeout, options.ConfigureHandler, time);
        _endpoint = new GoogleTokenEndpoint(_http, tokenEndpoint);
        _access = new RefreshedAccess(RequestAsync, time);
    }

    /// <summary>The address of the service account, for messages and for the grant on the subscription.</summary>
    public string Account => _key.Account;

    /// <summary>Reads the key file that the Google Cloud console downloads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The settings. Null means the defaults.</param>
    /// <param name="timeProvider">The clock. Null means the system's clock.</param>
    /// <returns>The source.</returns>
    /// <exception cref="NestTokenStoreException">
    /// The file cannot be read, or is not such a file. The message never quotes its content.
    /// </exception>
    /// <exception cref="ArgumentException">The path is blank, or an option is invalid.</exception>
    public static ServiceAccountTokenSource FromFile(string path, ServiceAccountOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var (key, flaw) = ServiceAccountKey.Parse(BytesOf(path));
        return key is null ? throw new NestTokenStoreException($"The file {path} {flaw}") { Path = path } : Create(key, options, timeProvider);
    }

    /// <summary>Reads the content of a key file, for example from a secret store.</summary>
    /// <param name="json">The whole JSON text.</param>
    /// <param name="options">The settings. Null means the defaults.</param>
    /// <param name="timeProvider">The clock. Null means the system's clock.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">
    /// The text is not the content of such a file, or an option is invalid. The message never quotes the text.
    /// </exception>
    public static ServiceAccountTokenSource Parse(string json, ServiceAccountOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (key, flaw) = ServiceAccountKey.Parse(Encoding.UTF8.GetBytes(json));
        return key is null ? throw new ArgumentException($"The text {flaw}", nameof(json)) : Create(key, options, timeProvider);
    }

    /// <inheritdoc />
    /// <exception cref="NestAuthorizationException">
    /// Google refused the account: <see cref="NestAuthorizationFailure.ServiceAccountRefused"/>.
    /// </exception>
    /// <exception cref="NestException">There was no response, or it could not be read.</exception>
    public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => _access.GetAsync(cancellationToken);

    /// <inheritdoc />
    /// <exception cref="NestException">Google refused the account, or there was no response.</exception>
    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return _access.RenewAsync(refused, cancellationToken);
    }

    /// <summary>Closes the connections and releases the key.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
    }

    /// <summary>Returns the name of the type and the account, never the key.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(ServiceAccountTokenSource)}({Account})";

    private static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new NestTokenStoreException($"The key file {path} cannot be read: {error.Message}", error) { Path = path };
        }
    }

    private static ServiceAccountTokenSource Create(ServiceAccountKey key, ServiceAccountOptions? options, TimeProvider? time)
    {
        options ??= new ServiceAccountOptions();
        var endpoint = options.TokenEndpoint ?? key.TokenEndpoint ?? new Uri("https://oauth2.googleapis.com/token");
        if (ServiceAccountRules.Failures(options, endpoint).FirstOrDefault() is not { } wrong)
            return new ServiceAccountTokenSource(key, endpoint, options, time ?? TimeProvider.System);
        key.Dispose();
        throw new ArgumentException(wrong, nameof(options));
    }

    private async Task<GrantedAccess> RequestAsync(CancellationToken cancellationToken)
    {
        var assertion = Assertion();
        var form = new SecretForm(("grant_type", Grant), ("assertion", assertion));
        var tokens = await _endpoint.RequestAsync(form, [assertion], (answer, error) => GoogleTokenErrors.OfServiceAccount(answer, error, Account, _time.GetUtcNow() - answer.Date), cancellationToken).ConfigureAwait(false);
        return tokens.Access;
    }

    private string Assertion()
    {
        // A request that no caller waits for anymore may still be signing.
        lock (_signing)
            return ServiceAccountAssertion.Create(_key, _tokenEndpoint, _scopes, _time.GetUtcNow());
    }
}
