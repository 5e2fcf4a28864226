using System.Net;
using System.Net.Security;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// Over HTTP/2, .NET resends a refused request below every guard. Writes therefore use HTTP/1.1, whatever the server
/// offers and the host requests.
/// </summary>
public sealed class WriteProtocolTests : IAsyncDisposable
{
    private const string Body = """{"away":"away"}""";
    private readonly RawTlsServer _server = new();
    private ServiceProvider? _services;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_is_sent_once_over_HTTP_1_1_to_a_server_that_offers_HTTP_2(bool hostAsksForHttp2)
    {
        var write = SetAway(hostAsksForHttp2);
        var request = await _server.NextAsync();
        Assert.NotEqual(SslApplicationProtocol.Http2, request.Protocol);
        Assert.StartsWith("PUT /structures/s HTTP/1.1\r\n", request.Text, StringComparison.Ordinal);
        Assert.EndsWith(Body, request.Text, StringComparison.Ordinal);
        await request.AnswerAsync("200 OK", Body);

        Assert.Equal(NestWriteOutcome.Accepted, (await write.WaitAsync(Patience.Limit)).Outcome);
        Assert.Equal((1, false), (_server.Connections, _server.HasMore()));
    }

    [Fact]
    public async Task A_write_is_not_resent_when_its_pooled_connection_is_closed()
    {
        var first = SetAway();
        await (await _server.NextAsync()).AnswerAsync("200 OK", Body);
        await first;
        var second = SetAway();
        var request = await _server.NextAsync();
        await request.Connection.DisposeAsync();

        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => second.WaitAsync(Patience.Limit));
        Assert.Equal((1, false), (_server.Connections, _server.HasMore()));
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_that_may_have_applied_something_is_not_followed(string status)
    {
        var write = SetAway();
        var request = await _server.NextAsync();
        await request.AnswerAsync($"{status}\r\nLocation: {_server.Endpoint}elsewhere", "");

        var error = await Assert.ThrowsAsync<NestRequestException>(() => write.WaitAsync(Patience.Limit));
        Assert.Equal((status[..3], true), ($"{(int)error.StatusCode}", error.WriteMayHaveHappened));
        Assert.Equal((1, false), (_server.Connections, _server.HasMore()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private Task<NestWriteResult> SetAway(bool hostAsksForHttp2 = false)
    {
        _services ??= Services(hostAsksForHttp2);
        return _services.GetRequiredService<INestClient>().Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services(bool hostAsksForHttp2)
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (_server.Endpoint, "c.TESTTOKEN"))).ConfigureHttp(http =>
        {
            http.UseSocketsHttpHandler((handler, _) =>
                handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _server.Fingerprint });
            if (hostAsksForHttp2)
            {
                http.ConfigureHttpClient(static client => (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact));
                http.AddHttpMessageHandler(static () => new AskForHttp2());
            }
        });
        return services.BuildServiceProvider();
    }

    private sealed class AskForHttp2 : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
