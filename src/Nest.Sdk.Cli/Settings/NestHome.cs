using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Settings;

/// <summary>Opens the client of a home of Works with Nest.</summary>
internal static class NestHome
{
    /// <exception cref="UsageException">A setting is invalid.</exception>
    /// <exception cref="NestException">There is no token, or it cannot be read.</exception>
    public static async Task<HomeConnection> OpenAsync(ToolSettings settings, FileTokenStore store, ToolSession session, Action<NestClientOptions>? configure, CancellationToken cancellationToken)
    {
        var kept = settings.Token is null ? await KeptToken.ReadAsync(store, settings, cancellationToken) : null;
        var endpoint = settings.Endpoint ?? new NamedAddress("the account", KeptToken.EndpointOf(kept));
        EndpointRule.ThrowIfInvalid(EndpointOf(settings, endpoint), endpoint.Uri);
        session.Advice = NestServers.Advice(endpoint.Uri);
        session.Login = settings.Token is null
            ? $"To authorize again, {LoginAdvice.Of(settings, kept)}"
            : $"Set {ToolSettings.TokenVariable} to another token, or unset it. To authorize, {LoginAdvice.Of(settings)}";
        var options = new NestClientOptions { Linger = TimeSpan.Zero };
        var tokens = settings.Token is { } token ? AccessTokenSource.FromToken(token) : new ToolTokenSource(store, settings, endpoint, session.Mask);
        options.UseWwn(wwn =>
        {
            wwn.Endpoint = endpoint.Uri;
            wwn.AccessTokenSource = tokens;
        });
        configure?.Invoke(options);
        var factory = new NestClientFactory(loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        try
        {
            // The settings are validated before the token is read: an invalid address is invalid with every token.
            var client = factory.Create(options);
            await tokens.GetTokenAsync(cancellationToken);
            return new HomeConnection(factory, client, settings.Token is null ? settings.Account : null);
        }
        catch
        {
            factory.Dispose();
            throw;
        }
    }

    private static string EndpointOf(ToolSettings settings, NamedAddress endpoint) => endpoint == settings.Endpoint ? endpoint.Source : $"The stored endpoint of the account '{settings.Account}'";
}
