using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nest.Sdk.Testing.Tests.Http;

/// <summary>
/// Clients that send their body slowly, incorrectly or only in part. A partial body is never applied, and no other
/// client is delayed.
/// </summary>
public sealed class SlowClientTests : FakeServerTest
{
    private const string Body = """{"label":"slow","target_temperature_c":25}""";

    private string Hallway => ThermostatPath("Hallway");

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n10\r\n{\"label\":\"half\"}\r\nzz\r\n", 400)]
    [InlineData("Content-Length: 16777217\r\n\r\n{", 413)]
    [InlineData("Content-Length: 99999999999\r\n\r\n{", 413)]
    public async Task An_unreadable_body_is_refused_and_not_applied_and_uses_no_fault(string rest, int status)
    {
        Server.Faults.Next(Fault.Status(503));
        using var client = await OpenAsync(rest);

        var answer = await ReadToEndAsync(client.GetStream());

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\"instance\":", answer, StringComparison.Ordinal);
        Assert.Equal("", Server.Home.Get(Hallway + "/label")!.ToString());
        Assert.Equal("PUT", Assert.Single(Server.Requests).Method);
        Assert.Single(Server.Faults.Waiting);
    }

    [Theory]
    [InlineData("Content-Length: 43\r\n\r\n{\"label\":\"half\"}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n10\r\n{\"label\":\"half\"}")]
    public async Task A_connection_whose_client_stops_in_the_middle_ends_and_nothing_is_applied(string rest)
    {
        using var client = await OpenAsync(rest);
        client.Client.Shutdown(SocketShutdown.Send);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        try
        {
            Assert.Equal(0, await client.Client.ReceiveAsync(new byte[1], limit.Token));
        }
        catch (SocketException error)
        {
            Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
        }

        Assert.Equal("", (await Client.GetAsync(Hallway + "/label"))!.ToString());
    }

    [Fact]
    public async Task A_chunked_body_is_reassembled()
    {
        var pieces = Body.Chunk(5).Select(piece => $"{piece.Length:x}\r\n{new string(piece)}\r\n");
        using var client = await OpenAsync($"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n{string.Concat(pieces)}0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", await ReadToEndAsync(client.GetStream()), StringComparison.Ordinal);
        Assert.Equal("slow", Server.Home.Get(Hallway + "/label")!.ToString());
    }

    [Fact]
    public async Task A_client_that_disconnects_in_the_middle_leaves_nothing_behind()
    {
        using (var client = await OpenAsync("Content-Length: 43\r\n\r\n{\"label\":\"half\"}"))
            client.LingerState = new LingerOption(enable: true, seconds: 0);

        Assert.Equal("", (await Client.GetAsync(Hallway + "/label"))!.ToString());
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_body()
    {
        using var client = await OpenAsync("Content-Length: 43\r\n\r\n{");
        using var headers = await OpenAsync("X: y");

        await Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    // In real time, signaled by the keep-alives of another fake. The tested Kestrel timeout of 5 s does not use the
    // fake clock.
    [Fact]
    public async Task A_client_can_send_and_read_as_slowly_as_it_likes()
    {
        using var sender = await OpenAsync($"Connection: close\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..1]}");
        await using var reader = await Client.OpenStreamAsync();
        await reader.NextPutAsync();
        await Server.Faults.NowAsync(Fault.Oversized(20_000_000));

        await using var clock = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { KeepAlivePeriod = TimeSpan.FromSeconds(1) }, Cancellation);
        using var other = new FakeClient(clock);
        await using var ticks = await other.OpenStreamAsync("/metadata");
        await ticks.NextPutAsync();
        for (var second = 0; second < 8; second++)
            Assert.Equal("keep-alive", (await ticks.NextAsync())?.EventType);

        await sender.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Body[1..]), Cancellation);
        Assert.StartsWith("HTTP/1.1 200 ", await ReadToEndAsync(sender.GetStream()), StringComparison.Ordinal);
        Assert.NotNull(await reader.NextPutAsync());
        Assert.Equal("slow", (await reader.NextPutAsync())["data"]!["devices"]!["thermostats"]![Hallway.Split('/')[^1]]!["label"]!.ToString());
    }

    private static async Task<string> ReadToEndAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    private async Task<TcpClient> OpenAsync(string rest)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Server.DataEndpoint.Port, Cancellation);
        var head = $"PUT {Hallway} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {Server.AccessToken}\r\n";
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + rest), Cancellation);
        return client;
    }
}
