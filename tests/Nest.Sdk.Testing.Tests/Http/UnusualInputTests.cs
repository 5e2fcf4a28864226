using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nest.Sdk.Testing.Tests.Http;

public sealed class UnusualInputTests : FakeServerTest
{
    [Theory]
    [InlineData("//x")]
    [InlineData("/%zz")]
    [InlineData("/%FF%FE")]
    [InlineData("/..%2F..%2Fetc")]
    [InlineData("/a?b=%&c=%zz&=&&")]
    [InlineData("/__admin/mappings")]
    [InlineData("/%F0%9F%8F%A0")]
    public async Task An_unusual_target_is_a_plain_404(string target) => Assert.Equal(404, await SendRawAsync("GET", target));

    [Theory]
    [InlineData("OPTIONS", "*")]
    [InlineData("GET", "http://elsewhere.example/structures")]
    [InlineData("GET", "/%00")]
    [InlineData("PUT", "/\u00e9")]
    [InlineData("get", "/")]
    public async Task A_malformed_request_is_never_a_server_error(string method, string target) =>
        Assert.InRange(await SendRawAsync(method, target), 200, 499);

    [Theory]
    [InlineData("/a\u007fb", "/a%7Fb")]
    [InlineData("/a\tb?c=\u0001", "/a%09b?c=%01")]
    [InlineData("//evil.example/x", "//evil.example/x")]
    public async Task An_unusual_target_is_redirected_in_a_valid_header(string target, string sentTo)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Server.Endpoint.Port, Cancellation);
        var head = $"GET {target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Server.AccessToken}\r\nConnection: close\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head), Cancellation);
        using var reader = new StreamReader(socket.GetStream());

        var answer = await reader.ReadToEndAsync(Cancellation);

        Assert.StartsWith("HTTP/1.1 307 ", answer, StringComparison.Ordinal);
        Assert.Contains($"Location: {Server.DataEndpoint.GetLeftPart(UriPartial.Authority)}{sentTo}\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throwing_condition_of_a_test_is_reported_without_a_stack_trace_and_without_a_secret()
    {
        using var fault = Server.Faults.While(Fault.Reset, Calls.Any.Where(_ => throw new InvalidOperationException($"No {Server.AccessToken}.")));

        using var answer = await Client.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var error = await Json.ReadAsync(answer);
        Assert.Equal(("internal-error", "The fake failed: No ***."), (Json.Anchor(error), error["message"]!.ToString()));
        Assert.DoesNotContain("   at ", error.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_argument_of_a_test_is_named()
    {
        var before = Server.Home.ToJson();

        Assert.Equal("path", (await Assert.ThrowsAsync<ArgumentNullException>(() => Server.SetAsync(null!, 1))).ParamName);
        Assert.Equal("path", (await Assert.ThrowsAsync<ArgumentNullException>(() => Server.RemoveAsync(null!))).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentNullException>(() => Server.Home.Get(null!)).ParamName);
        Assert.Equal("change", (await Assert.ThrowsAsync<ArgumentException>(() => Server.ChangeAsync(_ => null!))).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => Server.BlockWrites(null!)).ParamName);
        Assert.Equal(before, Server.Home.ToJson());
    }

    [Fact]
    public async Task A_very_long_path_is_refused()
    {
        Assert.Equal(404, await SendRawAsync("GET", "/" + new string('a', 7_000)));
        Assert.InRange(await SendRawAsync("GET", "/" + new string('a', 100_000)), 400, 499);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a host")]
    [InlineData("[::")]
    public async Task An_unusual_host_header_is_never_a_server_error(string host) => Assert.InRange(await SendRawAsync("GET", "/", host), 200, 499);

    [Theory]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"eta\":{\"trip_id\":\"t\",\"estimated_arrival_window_begin\":\"\\ud800\"}}")]
    [InlineData("{\"eta\":{\"trip_id\":\"t\",\"estimated_arrival_window_begin\":\"not a date\"}}")]
    public async Task A_body_that_no_document_can_contain_is_400_and_the_home_continues(string body)
    {
        var structure = "/structures/" + Server.Home.StructureId("Home");

        using var refused = await Client.PutAsync(structure, body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("Home", (string?)(await Client.GetAsync(structure))!["name"]);
    }

    [Fact]
    public async Task A_body_of_invalid_bytes_or_of_great_depth_is_400()
    {
        using var deep = await Client.PutAsync(ThermostatPath("Hallway"), new string('[', 100_000));
        using var bytes = await Client.PutAsync(ThermostatPath("Hallway"), "\"\ud800\0\"");
        using var large = await Client.PutAsync(ThermostatPath("Hallway") + "/label", $"\"{new string('x', 5_000_000)}\"");

        Assert.All([deep, bytes, large], response => Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode));
        Assert.NotNull(await Client.GetAsync("/"));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic abc")]
    [InlineData("Bearer a b c")]
    public async Task An_invalid_authorization_header_is_401(string header) => Assert.Equal(401, await SendRawAsync("GET", "/", authorization: header));

    /// <summary>The status of a request that HttpClient would not send. No response mentions an exception.</summary>
    private async Task<int> SendRawAsync(string method, string target, string host = "127.0.0.1", string? authorization = null)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Server.DataEndpoint.Port, Cancellation);
        var stream = socket.GetStream();
        var head = $"{method} {target} HTTP/1.1\r\nHost: {host}\r\nAuthorization: {authorization ?? "Bearer " + Server.AccessToken}\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n";
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head), Cancellation);
        }
        catch (IOException)
        {
            // Refused before all of it was sent. The response has arrived.
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        var status = await reader.ReadLineAsync(Cancellation);
        var rest = await reader.ReadToEndAsync(Cancellation);
        Assert.DoesNotContain("Exception", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", rest, StringComparison.Ordinal);
        return int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
