using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Settings;

/// <summary>Opens the client of a home with Google's devices.</summary>
internal static class GoogleHome
{
    /// <param name="parse">The command line.</param>
    /// <param name="settings">The settings that both backends share.</param>
    /// <param name="store">The store.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="configure">Changes the options of the client.</param>
    /// <param name="isOfAccount">Whether the account's token is used even if the environment has one.</param>
    /// <param name="readsFeed">Whether the client reads the subscription, where one is set.</param>
    /// <exception cref="UsageException">A setting is invalid.</exception>
    /// <exception cref="NestException">There is no token, or it cannot be read.</exception>
    public static async Task<HomeConnection> OpenAsync(ParseResult parse, ToolSettings settings, FileTokenStore store, ToolSession session, CancellationToken cancellationToken, Action<NestClientOptions>? configure = null, bool isOfAccount = false, bool readsFeed = false)
    {
        var access = isOfAccount ? null : settings.Token;
        var google = GoogleSettings.Read(parse, settings, await KeptToken.TryReadAsync(store, settings, cancellationToken), session);
        var project = google.RequireProject();
        var refresh = isOfAccount || access is not null ? null : google.RefreshToken;
        var usesAccount = access is null && refresh is null;
        var account = new GoogleAccountStore(store, google, session.Mask);
        var feed = readsFeed ? google.Subscription : null;
        if (usesAccount)
            await account.ReadAsync(settings.Account, cancellationToken);
        if (usesAccount && feed is not null && google is { ServiceAccount: null, Kept: { } kept })
            KeptToken.ThrowIfPubSubElsewhere(google, kept);
        if (access is null)
            google.RequireClient();
        session.Login = LoginOf(google, usesAccount ? null : access is null ? ToolSettings.RefreshTokenVariable : ToolSettings.TokenVariable);
        var endpoint = usesAccount ? google.EndpointInUse().Uri : google.Endpoint?.Uri ?? GoogleSettings.DefaultEndpoint;
        var tokenEndpoint = usesAccount ? google.TokenEndpointInUse().Uri : settings.TokenEndpoint?.Uri ?? GoogleSettings.DefaultTokenEndpoint;
        // A mistake in a setting that is not used today is a mistake too.
        if (feed is null)
            Check(google, endpoint, tokenEndpoint);
        var pubSubTokens = feed is not null && google.ServiceAccount is { } file ? ServiceAccountFile.Open(file, settings.TokenEndpoint?.Uri) : null;
        var options = new NestClientOptions { Linger = TimeSpan.Zero }.UseSdm(sdm =>
        {
            (sdm.ProjectId, sdm.Subscription, sdm.PollInterval) = (project, feed, google.Poll);
            (sdm.Endpoint, sdm.TokenEndpoint) = (endpoint, tokenEndpoint);
            sdm.AcknowledgesAfterDelivery = true;
            (sdm.PubSubEndpoint, sdm.PubSubTokenSource) = (google.PubSubEndpoint?.Uri ?? GoogleSettings.DefaultPubSubEndpoint, pubSubTokens);
            (sdm.ClientId, sdm.ClientSecret) = (settings.ClientId, settings.ClientSecret);
            (sdm.AccessToken, sdm.RefreshToken) = (access, refresh);
            if (usesAccount)
                sdm.UseStore(account, settings.Account);
        });
        configure?.Invoke(options);
        return await ConnectAsync(settings, options, usesAccount, google, pubSubTokens, session);
    }

    private static async Task<HomeConnection> ConnectAsync(ToolSettings settings, NestClientOptions options, bool usesAccount, GoogleSettings google, ServiceAccountTokenSource? pubSubTokens, ToolSession session)
    {
        var factory = new NestClientFactory(loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        try
        {
            return new HomeConnection(factory, factory.Create(settings.Account, options), usesAccount ? settings.Account : null) { Google = google, Feed = options.Sdm!.Subscription, PubSubTokens = pubSubTokens };
        }
        catch
        {
            await factory.DisposeAsync();
            pubSubTokens?.Dispose();
            throw;
        }
    }

    /// <summary>Checks the settings as every command will, so that no mistake in them uses up a code.</summary>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public static void ThrowIfInvalid(GoogleSettings google) => Check(google, google.EndpointInUse().Uri, google.TokenEndpointInUse().Uri);

    private static void Check(GoogleSettings google, Uri endpoint, Uri tokenEndpoint)
    {
        using var factory = new NestClientFactory();
        factory.Create(new NestClientOptions().UseSdm(sdm =>
        {
            (sdm.ProjectId, sdm.Subscription, sdm.PollInterval) = (google.RequireProject(), google.Subscription, google.Poll);
            (sdm.Endpoint, sdm.TokenEndpoint) = (endpoint, tokenEndpoint);
            sdm.AccessTokenSource = AccessTokenSource.FromCallback(static _ => throw new InvalidOperationException("Only the settings are checked."));
        }));
    }

    private static string LoginOf(GoogleSettings google, string? variable) => variable is null
        ? $"To authorize again, {LoginAdvice.Of(google)}"
        : $"Set {variable} to another token, or unset it. To authorize, {LoginAdvice.Of(google)}";
}
