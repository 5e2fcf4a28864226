namespace Nest.Sdk.Sdm;

/// <summary>Settings of a <see cref="ServiceAccountTokenSource"/>. Read once.</summary>
public sealed class ServiceAccountOptions
{
    /// <summary>
    /// The token endpoint, and the audience of the assertion. HTTPS, or plain HTTP to this machine only. Default: null,
    /// the one in the key file, or <c>https://oauth2.googleapis.com/token</c> when the file has none.
    /// </summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>The scopes of the tokens. Default: <see cref="SdmScopes.PubSub"/>.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [SdmScopes.PubSub];

    /// <inheritdoc cref="SdmAuthorizationOptions.ConnectTimeout"/>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc cref="SdmAuthorizationOptions.ResponseTimeout"/>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc cref="SdmAuthorizationOptions.ConfigureHandler"/>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }
}
