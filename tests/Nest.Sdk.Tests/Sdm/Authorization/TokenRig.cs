using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Http;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>The access tokens of a client over a scripted token endpoint and a fake clock.</summary>
internal sealed class TokenRig
{
    public const string Refresh = "1//0FIRST-refresh-token";

    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public TokenRig(INestTokenStore? store = null, Func<HttpMessageHandler, HttpMessageHandler>? host = null, Uri? endpoint = null)
    {
        Time.SetUtcNow(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
        var grant = store is null ? (IGrant)new FixedGrant(Refresh) : new StoredGrant(store, "cabin", Limit, Time, Logger);
        Server.Address = endpoint ?? Server.Address;
        var calls = Server.Calls();
        Tokens = new GoogleAccessTokens("client-id", "TESTSECRET", grant, Server.Address, new HttpMessageInvoker(host?.Invoke(calls) ?? calls), new HttpTimeouts(Limit, Limit, Limit), Time, Logger);
    }

    public SignallingTime Time { get; } = new();

    public FakeLogger Logger { get; } = new();

    public TokenServer Server { get; } = new();

    public GoogleAccessTokens Tokens { get; }

    public async Task<string> GetAsync() => (await Tokens.GetTokenAsync(TestContext.Current.CancellationToken)).Reveal();

    public async Task<string?> RenewAsync(string refused) => (await Tokens.RenewAsync(refused, TestContext.Current.CancellationToken))?.Reveal();
}
