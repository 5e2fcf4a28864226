using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// Whatever the handlers of a host do above a write, it is sent once, and a received response counts.
/// </summary>
public sealed class WriteUnderHandlersTests : IAsyncDisposable
{
    private const string Blocked = """{"error":"blocked","type":"https://developers.nest.com/reference/error-messages#blocked","message":"blocked","instance":"i-1"}""";

    private readonly RawServer _server = new();
    private readonly List<ServiceProvider> _services = [];

    [Fact]
    public async Task A_handler_that_fails_after_the_response_does_not_hide_that_it_was_accepted()
    {
        var write = SetAway(() => new AfterwardsHandler(static (_, _) => throw new InvalidOperationException("The handler rejects this response.")));
        await AnswerAsync("200 OK", """{"away":"away"}""");

        Assert.Equal(NestWriteOutcome.Accepted, (await write).Outcome);
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task A_handler_that_times_out_after_the_response_does_not_hide_the_refusal()
    {
        var write = SetAway(() => new AfterwardsHandler(static (_, _) => throw new TaskCanceledException("The timeout of the host elapsed.")));
        await AnswerAsync("429 Too Many Requests", Blocked, "Retry-After: 90\r\n");

        Assert.Equal(TimeSpan.FromSeconds(90), (await Assert.ThrowsAsync<NestRateLimitException>(() => write)).RetryAfter);
    }

    [Fact]
    public async Task A_caller_who_cancels_while_a_handler_waits_to_retry_does_not_hide_the_refusal()
    {
        using var stop = new CancellationTokenSource();
        var waits = new TaskCompletionSource();
        var write = SetAway(
            () => new AfterwardsHandler((_, cancelled) =>
            {
                waits.SetResult();
                return EndlessWait.UntilCancelledAsync(cancelled);
            }),
            cancellationToken: stop.Token);
        await AnswerAsync("429 Too Many Requests", Blocked);
        await waits.Task.WaitAsync(Patience.Limit);
        await stop.CancelAsync();

        await Assert.ThrowsAsync<NestRateLimitException>(() => write);
    }

    [Fact]
    public async Task A_body_that_cannot_be_decompressed_does_not_hide_the_status()
    {
        var write = SetAway(() => new AfterwardsHandler(static (_, _) => Task.CompletedTask), unpacks: true);
        await AnswerAsync("200 OK", """{"away":"away"}""", "Content-Encoding: gzip\r\n");

        Assert.Equal(NestWriteOutcome.Accepted, (await write).Outcome);
    }

    [Fact]
    public async Task A_handler_that_fails_before_the_request_is_sent_is_not_an_unknown_outcome()
    {
        var write = SetAway(() => new BeforehandHandler(static _ => throw new InvalidOperationException("Closed today.")));

        await Assert.ThrowsAsync<NestConnectionException>(() => write);
        Assert.Equal(0, _server.Connections);
    }

    [Fact]
    public async Task A_request_with_an_Expect_header_is_not_repeated_either()
    {
        var write = SetAway(() => new BeforehandHandler(static request => request.Headers.ExpectContinue = true));
        var (peer, _) = await _server.NextRequestAsync();
        peer.Close();

        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);
        Assert.Equal(1, _server.Connections);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
            await services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(string status, string body, string headers = "")
    {
        var peer = await _server.AcceptNextAsync();
        await peer.WholeRequestAsync();
        await peer.AnswerAsync(status, body, headers: headers);
    }

    private Task<NestWriteResult> SetAway(Func<DelegatingHandler> handler, bool unpacks = false, CancellationToken cancellationToken = default)
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (_server.Endpoint, "c.TESTTOKEN"))).ConfigureHttp(http =>
        {
            http.AddHttpMessageHandler(handler);
            if (unpacks)
                http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        });
        var provider = services.BuildServiceProvider();
        _services.Add(provider);
        return provider.GetRequiredService<INestClient>().Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked, cancellationToken);
    }

    private sealed class BeforehandHandler(Action<HttpRequestMessage> act) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            act(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class AfterwardsHandler(Func<HttpResponseMessage, CancellationToken, Task> act) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await act(response, cancellationToken);
            return response;
        }
    }
}
