using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The client that a command talks to the home with.</summary>
internal sealed class HomeConnection : IAsyncDisposable
{
    private readonly NestClientFactory _factory;
    private readonly string? _account;
    private string? _names;

    private HomeConnection(NestClientFactory factory, INestClient client, string? account)
    {
        (_factory, _account) = (factory, account);
        Client = client;
    }

    public INestClient Client { get; }

    /// <exception cref="UsageException">A setting is invalid.</exception>
    /// <exception cref="NestException">There is no token, or it cannot be read.</exception>
    public static async Task<HomeConnection> OpenAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken, Action<NestClientOptions>? configure = null)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
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
            if (settings is { IsAccountGiven: true, HasTokenVariable: true })
                session.Error.WriteLine($"nest: {ToolSettings.TokenVariable} is ignored: --account names the account '{PlainText.OneLine(settings.Account)}'.");
            return new HomeConnection(factory, client, settings.Token is null ? settings.Account : null);
        }
        catch
        {
            factory.Dispose();
            throw;
        }
    }

    private static string EndpointOf(ToolSettings settings, NamedAddress endpoint) => endpoint == settings.Endpoint ? endpoint.Source : $"The stored endpoint of the account '{settings.Account}'";

    /// <summary>Keeps the names of a home that was read, for completion. Writes only names that changed.</summary>
    public void Remember(DataModel home)
    {
        var names = HomeNames.Of(home);
        if (names == _names)
            return;
        _names = names;
        HomeNames.Write(_account, names);
    }

    /// <summary>Keeps the names of the last home, and closes the client.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Client.Latest is { } last)
            Remember(last.Model);
        await _factory.DisposeAsync();
    }
}
