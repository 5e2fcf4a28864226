using System.Net;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Http.Once;

public class OnceHandlerTests
{
    [Fact]
    public async Task A_handler_that_retries_gets_the_first_outcome()
    {
        var stub = new StubHandler(
            _ =>
            {
                var failed = StubHandler.Json("""{"error":"down"}""", HttpStatusCode.ServiceUnavailable);
                failed.Headers.Add("Retry-After", "7");
                return failed;
            },
            _ => StubHandler.Json("{}"));

        using var response = await SendAsync(stub, new WriteTicket());

        Assert.Single(stub.Requests);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("7", response.Headers.RetryAfter!.ToString());
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"error":"down"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_failure_is_not_retried_either()
    {
        var stub = new StubHandler(_ => throw new HttpRequestException("reset"), _ => StubHandler.Json("{}"));

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(stub, new WriteTicket()));

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_redirect_was_not_applied_so_the_next_hop_is_sent()
    {
        var stub = new StubHandler(_ => StubHandler.Redirect("https://data.example/"), _ => StubHandler.Json("{}"));
        var ticket = new WriteTicket();

        using var first = await SendAsync(stub, ticket, tries: 1);
        using var second = await SendAsync(stub, ticket, tries: 1);

        Assert.Equal((HttpStatusCode.TemporaryRedirect, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task A_request_that_lost_its_kind_in_a_handler_is_not_sent()
    {
        var stub = new StubHandler(_ => StubHandler.Json("{}"));

        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Post, HttpMethod.Get])
            await Assert.ThrowsAsync<NestConnectionException>(() => SendAsync(stub, kind: null, tries: 1, method));

        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task A_post_of_the_repeatable_kind_can_be_repeated()
    {
        var stub = new StubHandler(_ => StubHandler.Json("", HttpStatusCode.ServiceUnavailable), _ => StubHandler.Json("{}"));

        using var response = await SendAsync(stub, RequestKind.Repeatable, method: HttpMethod.Post);

        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task A_get_of_the_once_kind_is_sent_once()
    {
        var stub = new StubHandler(_ => StubHandler.Json("", HttpStatusCode.ServiceUnavailable), _ => StubHandler.Json("{}"));

        using var response = await SendAsync(stub, RequestKind.Once(new WriteTicket()), method: HttpMethod.Get);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_read_can_be_repeated()
    {
        var stub = new StubHandler(_ => StubHandler.Json("", HttpStatusCode.ServiceUnavailable), _ => StubHandler.Json("{}"));

        using var response = await SendAsync(stub, RequestKind.Repeatable);

        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(StubHandler stub, WriteTicket ticket, int tries = 2) => SendAsync(stub, RequestKind.Once(ticket), tries);

    private static async Task<HttpResponseMessage> SendAsync(StubHandler stub, RequestKind? kind, int tries = 2, HttpMethod? method = null)
    {
        using var invoker = new HttpMessageInvoker(new TryAgain(tries, new OnceHandler(stub)));
        using var request = new HttpRequestMessage(method ?? HttpMethod.Put, "https://nest.example/structures/s");
        if (kind is not null)
            request.Options.Set(RequestKind.Option, kind);
        return await invoker.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class TryAgain(int tries, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var i = 1; ; i++)
            {
                try
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || i == tries)
                        return response;
                    response.Dispose();
                }
                catch (HttpRequestException) when (i < tries)
                {
                }
            }
        }
    }
}
