using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The client that a command talks to the home with.</summary>
/// <param name="owner">Disposed with the connection.</param>
/// <param name="client">The client.</param>
/// <param name="account">The account whose token is used. Null for a token of the environment.</param>
internal sealed class HomeConnection(IAsyncDisposable owner, INestClient client, string? account) : IAsyncDisposable
{
    private string? _names;

    public INestClient Client => client;

    /// <summary>The account whose token is used. Null for a token of the environment.</summary>
    public string? Account => account;

    /// <summary>The settings of Google's devices. Null for Works with Nest.</summary>
    public GoogleSettings? Google { get; init; }

    /// <summary>The subscription that the client reads. Null for a client that reads none.</summary>
    public string? Feed { get; init; }

    /// <summary>Disposed after the client. Null when it has no tokens of its own for Pub/Sub.</summary>
    public IDisposable? PubSubTokens { get; init; }

    /// <param name="parse">The command line.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="configure">Changes the options of the client.</param>
    /// <param name="readsFeed">
    /// Whether the client reads the subscription, which takes messages from it. Only a command that shows them may.
    /// </param>
    /// <exception cref="UsageException">A setting is invalid.</exception>
    /// <exception cref="NestException">There is no token, or it cannot be read.</exception>
    public static async Task<HomeConnection> OpenAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken, Action<NestClientOptions>? configure = null, bool readsFeed = false)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var home = await BackendChoice.OfAsync(parse, settings, store, cancellationToken) == NestBackend.Sdm
            ? await GoogleHome.OpenAsync(parse, settings, store, session, cancellationToken, configure, readsFeed: readsFeed)
            : await NestHome.OpenAsync(settings, store, session, configure, cancellationToken);
        if (settings.IsAccountGiven && settings.IgnoredTokens(home.Client.Backend) is { Length: > 0 } ignored)
            session.Error.WriteLine($"nest: {ignored} ignored: --account names the account '{PlainText.OneLine(settings.Account)}'.");
        return home;
    }

    /// <summary>Keeps the names of a home that was read, for completion. Writes only names that changed.</summary>
    public void Remember(DataModel home)
    {
        var names = HomeNames.Of(home);
        if (names == _names)
            return;
        _names = names;
        HomeNames.Write(account, names);
    }

    /// <summary>Keeps the names of the last home, and closes the client.</summary>
    public async ValueTask DisposeAsync()
    {
        if (client.Latest is { } last)
            Remember(last.Model);
        await owner.DisposeAsync();
        PubSubTokens?.Dispose();
    }
}
