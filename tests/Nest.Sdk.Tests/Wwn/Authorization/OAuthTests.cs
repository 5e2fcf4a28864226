using Microsoft.Extensions.Logging;
using Nest.Sdk.Tests.Scenarios;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn.Authorization;

/// <summary>
/// An authorization server whose bytes the test controls. Each test ends with a search for the secrets in all output of
/// the program except its requests.
/// </summary>
public abstract class OAuthTests : IAsyncLifetime
{
    private readonly TokenWatch _watch = new();
    private ILoggerFactory? _loggers;

    private protected RawServer Server { get; } = new();

    private protected SignallingTime Time { get; } = new();

    protected WwnAuthorization Authorization { get; private set; } = null!;

    protected string Token => _watch.Token;

    protected string Pin { get; } = $"PIN{Guid.NewGuid():N}";

    protected string Secret { get; } = $"SECRET{Guid.NewGuid():N}";

    public ValueTask InitializeAsync()
    {
        _loggers = LoggerFactory.Create(_watch.AddTo);
        Authorization = new WwnAuthorization(Options(), Time, _loggers);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Authorization.Dispose();
        await Server.DisposeAsync();
        _watch.AssertUnseen(Pin, Secret);
        _watch.Dispose();
        _loggers!.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual WwnAuthorizationOptions Options() => new() { ClientId = "client-id", ClientSecret = Secret, TokenEndpoint = new Uri(Server.Endpoint, "oauth2/access_token") };

    /// <summary>Answers the next exchange or revocation.</summary>
    private protected async Task<string> AnswerAsync(string status, string body, string headers = "")
    {
        var peer = await Server.AcceptNextAsync();
        var request = await peer.WholeRequestAsync();
        await peer.AnswerAsync(status, body, headers: headers);
        return request!;
    }

    protected bool HasSeen(string text) => _watch.HasSeen(text);

    /// <summary>The form fields of an exchange.</summary>
    protected static Dictionary<string, string> Form(string request) => request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
        .Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}
