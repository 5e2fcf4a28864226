using System.Net;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Http;

public class AllowedRedirectHandlerTests
{
    private const string Entry = "https://front.example/";
    private const string Token = "c.TESTTOKEN0123456789";

    [Fact]
    public async Task Method_body_and_token_are_kept_on_an_allowed_hop()
    {
        var stub = new StubHandler(_ => StubHandler.Redirect("https://data.nest.com:9553/structures/a"), _ => StubHandler.Json("{}"));

        using var response = await SendAsync(stub, new HttpRequestMessage(HttpMethod.Put, Entry + "structures/a") { Content = new StringContent("""{"away":"home"}""") });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, stub.Requests.Count);
        var second = stub.Requests[1];
        Assert.Equal((HttpMethod.Put, new Uri("https://data.nest.com:9553/structures/a"), "Bearer " + Token, """{"away":"home"}"""), second);
    }

    [Fact]
    public async Task A_relative_location_is_followed()
    {
        var stub = new StubHandler(_ => StubHandler.Redirect("/elsewhere"), _ => StubHandler.Json("{}"));

        using var response = await SendAsync(stub, new HttpRequestMessage(HttpMethod.Get, Entry));

        Assert.Equal(new Uri(Entry + "elsewhere"), stub.Requests[1].Uri);
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_gets_no_request_and_is_named()
    {
        var stub = new StubHandler(_ => StubHandler.Redirect("https://evil.example/?auth=x"), _ => StubHandler.Json("{}"));

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => SendAsync(stub, new HttpRequestMessage(HttpMethod.Get, Entry)));

        Assert.Single(stub.Requests);
        Assert.Equal(DisconnectReason.RedirectRefused, error.Reason);
        Assert.Contains("evil.example", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_loop_ends_after_five_hops()
    {
        var stub = new StubHandler(_ => StubHandler.Redirect(Entry));

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => SendAsync(stub, new HttpRequestMessage(HttpMethod.Get, Entry)));

        Assert.Equal(6, stub.Requests.Count);
        Assert.Equal(DisconnectReason.RedirectRefused, error.Reason);
    }

    [Theory]
    [InlineData(HttpStatusCode.Moved)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task A_write_follows_only_a_307(HttpStatusCode status)
    {
        var stub = new StubHandler(_ => StubHandler.Redirect("https://data.nest.com/", status));

        using var response = await SendAsync(stub, new HttpRequestMessage(HttpMethod.Put, Entry));

        Assert.Equal(status, response.StatusCode);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_read_follows_a_308_too()
    {
        var stub = new StubHandler(_ => StubHandler.Redirect("https://data.nest.com/", HttpStatusCode.PermanentRedirect), _ => StubHandler.Json("{}"));

        var read = new HttpRequestMessage(HttpMethod.Get, Entry);
        read.Options.Set(RequestKind.Option, RequestKind.Repeatable);

        using var response = await SendAsync(stub, read);

        Assert.Equal((HttpStatusCode.OK, "data.nest.com"), (response.StatusCode, stub.Requests[1].Uri.Host));
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_a_protocol_error()
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.TemporaryRedirect));

        await Assert.ThrowsAsync<NestProtocolException>(() => SendAsync(stub, new HttpRequestMessage(HttpMethod.Get, Entry)));
    }

    private static async Task<HttpResponseMessage> SendAsync(StubHandler stub, HttpRequestMessage request)
    {
        using var invoker = new HttpMessageInvoker(new AllowedRedirectHandler(new RedirectRules(new Uri(Entry), ["*.nest.com"]), new AccessTokenHandler(stub)));
        request.Options.Set(AccessTokenHandler.Token, AccessToken.Parse(Token));
        using (request)
            return await invoker.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
