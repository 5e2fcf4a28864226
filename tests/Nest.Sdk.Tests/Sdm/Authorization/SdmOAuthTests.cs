using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm;
using Nest.Sdk.Tests.Scenarios;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>Google's token endpoint, whose every byte is the test's. Each test ends by looking for the secrets in all that left the program besides its requests.</summary>
public abstract class SdmOAuthTests : IAsyncLifetime
{
    protected const string Project = "0c1d2e3f-4a5b-6c7d-8e9f-0a1b2c3d4e5f";

    private readonly TokenWatch _watch = new();
    private readonly ILoggerFactory _loggers;

    protected SdmOAuthTests() => _loggers = LoggerFactory.Create(_watch.AddTo);

    private protected RawServer Server { get; } = new();

    private protected SignallingTime Time { get; } = new();

    protected SdmAuthorization Authorization { get; private set; } = null!;

    /// <summary>The access token of an answer, which is never kept.</summary>
    protected string Access => _watch.Token;

    protected string Code { get; } = $"4/0A{Guid.NewGuid():N}";

    protected string Secret { get; } = $"SECRET{Guid.NewGuid():N}";

    protected string Refresh { get; } = $"1//0{Guid.NewGuid():N}";

    public ValueTask InitializeAsync()
    {
        var options = new SdmAuthorizationOptions
        {
            ProjectId = Project,
            ClientId = "client-id",
            ClientSecret = Secret,
            RedirectUri = new Uri("https://www.google.com"),
            TokenEndpoint = new Uri(Server.Endpoint, "oauth2/token"),
        };
        Change(options);
        Authorization = new SdmAuthorization(options, Time, _loggers);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Authorization.Dispose();
        await Server.DisposeAsync();
        _watch.AssertUnseen(Code, Secret, Refresh);
        _watch.Dispose();
        _loggers.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual void Change(SdmAuthorizationOptions options)
    {
    }

    /// <summary>Answers the next request.</summary>
    private protected async Task<string> AnswerAsync(string status, string body, string headers = "")
    {
        var peer = await Server.AcceptNextAsync();
        var request = await peer.WholeRequestAsync();
        await peer.AnswerAsync(status, body, headers: headers);
        return request!;
    }

    protected string Granted(string scope = SdmScopes.Service) =>
        $$"""{"access_token":"{{Access}}","expires_in":3599,"refresh_token":"{{Refresh}}","scope":"{{scope}}","token_type":"Bearer"}""";

    /// <summary>The form of a request.</summary>
    protected static Dictionary<string, string> Form(string request) => request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
        .Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}
