namespace Nest.Sdk.Testing.Tests.Http;

/// <summary>
/// A page in a browser may read and write: that is the purpose of <c>?auth=</c>. See
/// docs/protocol/works-with-nest.md#hosts-headers-formats.
/// </summary>
public sealed class CrossOriginTests : FakeServerTest
{
    private const string Origin = "Origin: http://page.example\r\n";

    [Theory]
    [InlineData("GET", "/structures", "", "200")]
    [InlineData("GET", "/structures", "Accept: text/event-stream\r\n", "200")]
    [InlineData("GET", "/nowhere", "", "404")]
    [InlineData("PUT", "/", "", "400")]
    public async Task A_page_may_read_the_response(string method, string path, string headers, string status)
    {
        using var call = await RawCall.SendAsync(Server, path, Origin + headers, method);
        await call.ReadUntilAsync("\r\n\r\n");
        using var other = await RawCall.SendAsync(Server, path, headers, method);
        await other.ReadUntilAsync("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 " + status, call.Text, StringComparison.Ordinal);
        Assert.Contains("Access-Control-Allow-Origin: *\r\n", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_may_read_a_redirect_and_a_refusal()
    {
        foreach (var token in new[] { Server.AccessToken, "wrong" })
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Endpoint, "/?auth=" + token));
            request.Headers.Add("Origin", "http://page.example");

            using var answer = await http.SendAsync(request, Cancellation);

            Assert.Equal(token is "wrong" ? 401 : 307, (int)answer.StatusCode);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }
    }

    [Fact]
    public async Task A_preflight_request_of_a_browser_is_answered_without_a_token()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(Server.Endpoint, ThermostatPath("Hallway")));
        request.Headers.Add("Origin", "http://page.example");
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Contains("PUT", answer.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal("authorization,content-type", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task A_page_gets_no_access_to_the_token_exchange()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.TokenEndpoint);
        request.Headers.Add("Origin", "http://page.example");

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
