using System.Net.Sockets;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Tests that an error about an unreachable server contains enough to fix it.</summary>
public sealed class UnreachableTests
{
    [Fact]
    public async Task A_refused_connection_is_reported_with_its_address()
    {
        var port = FreePort.Find();

        var error = await WriteAsync(new Uri($"http://127.0.0.1:{port}/"));

        Assert.Contains($"(127.0.0.1:{port}). Check", error.Message, StringComparison.Ordinal);
        Assert.True(error.NothingWasSent);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_reported_with_the_reason()
    {
        await using var server = new RawTlsServer();

        var error = await WriteAsync(server.Endpoint);

        Assert.Contains("cannot be reached: TLS failed: The remote certificate is invalid", error.Message, StringComparison.Ordinal);
        Assert.True(error.NothingWasSent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_ends_without_a_response_is_reported_as_such(bool reset)
    {
        var text = reset ? new SocketException((int)SocketError.ConnectionReset).Message : "closed the connection before the response was complete";
        await using var server = new RawServer();
        var write = WriteAsync<NestWriteOutcomeUnknownException>(server.Endpoint);
        var (peer, _) = await server.NextRequestAsync();

        if (reset)
            peer.Reset();
        else
            peer.Close();

        Assert.Contains(text, (await write).Message, StringComparison.Ordinal);
    }

    private static Task<NestConnectionException> WriteAsync(Uri endpoint) => WriteAsync<NestConnectionException>(endpoint);

    private static async Task<T> WriteAsync<T>(Uri endpoint)
        where T : NestException
    {
        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = endpoint; wwn.AccessToken = "c.TESTTOKEN0123456789"; }));
        // A write is attempted once.
        return await Assert.ThrowsAsync<T>(() => client.Cameras.SetStreamingAsync("CAMERA", true, new() { SkipChecks = true }));
    }
}
