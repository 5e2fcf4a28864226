using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nest.Sdk.Testing.Tests;

/// <summary>One call over a bare socket: the received bytes, and how the connection ended.</summary>
internal sealed class RawCall : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client = new();
    private readonly StringBuilder _text = new();

    /// <summary>All received bytes, one character per byte.</summary>
    public string Text => _text.ToString();

    /// <summary>The text after the headers, including chunk markers.</summary>
    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public static async Task<RawCall> SendAsync(FakeNestServer server, string target, string headers = "", string method = "GET", string body = "")
    {
        var call = new RawCall();
        await call._client.ConnectAsync(IPAddress.Loopback, server.DataEndpoint.Port, TestContext.Current.CancellationToken);
        var head = $"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {server.AccessToken}\r\n{headers}Content-Length: {body.Length}\r\n\r\n";
        await call._client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body), TestContext.Current.CancellationToken);
        return call;
    }

    public static Task<RawCall> StreamAsync(FakeNestServer server, string target = "/") => SendAsync(server, target, "Accept: text/event-stream\r\n");

    /// <summary>Reads until the text has arrived.</summary>
    public async Task ReadUntilAsync(string text)
    {
        while (!Text.Contains(text, StringComparison.Ordinal))
            Assert.True(await ReadAsync() > 0, $"The connection ended before '{text}' came, after: {Text}");
    }

    /// <summary>Reads one piece. 0 is the end.</summary>
    public async Task<int> ReadAsync()
    {
        var buffer = new byte[4_096];
        var count = await _client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit);
        _text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        return count;
    }

    /// <summary>Reads to the end of the connection: <c>FIN</c> or <c>RST</c>.</summary>
    public async Task<string> EndAsync()
    {
        try
        {
            while (await ReadAsync() > 0)
            {
            }

            return "FIN";
        }
        catch (IOException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return "RST";
        }
    }

    public void Dispose() => _client.Dispose();
}
