namespace Nest.Sdk.Cli.Settings;

/// <summary>The stored token of an account, and the endpoints that it was authorized at.</summary>
internal static class KeptToken
{
    /// <summary>Reads the stored token of an account.</summary>
    /// <param name="store">The store.</param>
    /// <param name="settings">The settings, which name the account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when the account has no token.</returns>
    /// <exception cref="NestTokenStoreException">
    /// The file cannot be used. The text names the commands that mend it.
    /// </exception>
    public static async ValueTask<NestToken?> ReadAsync(INestTokenStore store, ToolSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(settings.Account, cancellationToken);
        }
        catch (NestTokenStoreException damaged) when (damaged.CanBeReplaced)
        {
            var account = LoginAdvice.Account(settings);
            throw new NestTokenStoreException($"{damaged.Message} 'nest auth login{account}' replaces the file, 'nest auth logout{account}' removes it.", damaged) { Path = damaged.Path, CanBeReplaced = true };
        }
    }

    /// <summary>Reads the stored token of an account. A file that cannot be used counts as missing.</summary>
    public static async ValueTask<NestToken?> TryReadAsync(INestTokenStore store, ToolSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(settings.Account, cancellationToken);
        }
        catch (NestTokenStoreException)
        {
            // Reported where the token is needed.
            return null;
        }
    }

    /// <summary>The backend that a token was granted for: tokens of Works with Nest cannot be refreshed.</summary>
    public static NestBackend BackendOf(NestToken kept) => kept.RefreshToken is null ? NestBackend.Wwn : NestBackend.Sdm;

    public static Uri GoogleEndpointOf(NestToken? kept) => kept?.Endpoint ?? GoogleSettings.DefaultEndpoint;

    public static Uri GoogleTokenEndpointOf(NestToken? kept) => kept?.TokenEndpoint ?? GoogleSettings.DefaultTokenEndpoint;

    /// <summary>
    /// Why the file could not be used, without the remedy: it does not apply to a file that was removed or replaced.
    /// </summary>
    public static string FlawOf(NestTokenStoreException damaged) =>
        damaged.Remedy is { } remedy ? damaged.Message.Replace($" {remedy}", "", StringComparison.Ordinal) : damaged.Message;

    public static Uri EndpointOf(NestToken? kept) => kept?.Endpoint ?? ToolSettings.DefaultEndpoint;

    public static Uri TokenEndpointOf(NestToken? kept) => kept?.TokenEndpoint ?? ToolSettings.DefaultTokenEndpoint;

    /// <summary>Refuses to send a token to another origin than the one that it was authorized at.</summary>
    /// <param name="settings">The settings, which name the account.</param>
    /// <param name="at">Where the account was authorized.</param>
    /// <param name="named">The address in use. Null when nothing names one.</param>
    /// <param name="login">The command that authorizes the account. Null for that of Works with Nest.</param>
    /// <exception cref="NestAuthorizationException">The origins differ.</exception>
    public static void ThrowIfElsewhere(ToolSettings settings, Uri at, NamedAddress? named, string? login = null)
    {
        if (Elsewhere(settings, at, named) is not { } fact)
            return;
        var gone = NestServers.Advice(named!.Uri) is { } servers ? $" {servers}" : "";
        throw new NestAuthorizationException($"{fact} Its token was not sent.{gone} To authorize there, {login ?? LoginAdvice.Of(settings)}") { Failure = NestAuthorizationFailure.Missing };
    }

    /// <summary>Refuses to send a token of Google to other origins than those that it was authorized at.</summary>
    /// <exception cref="NestAuthorizationException">The origins differ.</exception>
    public static void ThrowIfElsewhere(GoogleSettings google, NestToken kept)
    {
        var login = LoginAdvice.Of(google);
        ThrowIfElsewhere(google.Tool, GoogleEndpointOf(kept), google.Endpoint, login);
        ThrowIfElsewhere(google.Tool, GoogleTokenEndpointOf(kept), google.Tool.TokenEndpoint, login);
    }

    /// <summary>
    /// Refuses to send a token of Google to a Pub/Sub of another service than the one that it was authorized at.
    /// </summary>
    /// <exception cref="NestAuthorizationException">The services differ.</exception>
    public static void ThrowIfPubSubElsewhere(GoogleSettings google, NestToken kept)
    {
        var at = GoogleEndpointOf(kept);
        // Google has Pub/Sub at an address for each region too.
        if (google.PubSubEndpoint is not { } named || IsSame(at, named.Uri) || (IsOfGoogle(at) && IsOfGoogle(named.Uri)))
            return;
        throw new NestAuthorizationException($"{Elsewhere(google.Tool, at, named)} Its token was not sent. Remove {named.Source}, or set {ServiceAccountFile.Variable} to the key file of a service account for Pub/Sub.") { Failure = NestAuthorizationFailure.Missing };
    }

    private static bool IsOfGoogle(Uri address) => address.Scheme == Uri.UriSchemeHttps && address.Host.EndsWith(".googleapis.com", StringComparison.OrdinalIgnoreCase);

    /// <returns>
    /// That the account was authorized at another origin than the address in use. Null when it was not.
    /// </returns>
    public static string? Elsewhere(ToolSettings settings, Uri at, NamedAddress? named) => named is null || IsSame(at, named.Uri)
        ? null
        : $"The account '{settings.Account}' was authorized at {EndpointText.Origin(at)}, and {named.Source} names {EndpointText.Origin(named.Uri)}.";

    /// <summary>
    /// Whether two addresses have one origin. Loopback addresses count as one origin: a fake takes another port each
    /// time.
    /// </summary>
    public static bool IsSame(Uri one, Uri other) => (one.IsLoopback && other.IsLoopback) || Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
