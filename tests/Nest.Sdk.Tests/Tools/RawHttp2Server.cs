using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;

namespace Nest.Sdk.Tests.Tools;

/// <summary>An HTTP/2 server on loopback whose every frame (RFC 9113) is the test's.</summary>
internal sealed class RawHttp2Server : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly List<SslStream> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public RawHttp2Server()
    {
        _listener.Start();
        Endpoint = new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    public string Fingerprint => _certificate.GetCertHashString();

    /// <summary>The frames with which requests begin, and those of their bodies, of all connections.</summary>
    public Channel<Http2Frame> Frames { get; } = Channel.CreateUnbounded<Http2Frame>();

    /// <summary>Reads a request to its end.</summary>
    public async Task<Http2Frame> WholeRequestAsync()
    {
        while (true)
        {
            var frame = await Frames.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);
            if (frame.IsLast)
                return frame;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_connections)
            _connections.ForEach(static connection => connection.Dispose());
        _certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var connection = new SslStream(client.GetStream());
            lock (_connections)
                _connections.Add(connection);
            await connection.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate, ApplicationProtocols = [SslApplicationProtocol.Http2] }, _stop.Token);
            await connection.ReadExactlyAsync(new byte[24], _stop.Token);
            await Http2Frame.SendAsync(connection, Http2Frame.Settings, 0, 0, []);
            while (true)
            {
                var frame = await Http2Frame.ReadAsync(connection, _stop.Token);
                if (frame is { Type: Http2Frame.Settings, Flags: 0 })
                    await Http2Frame.SendAsync(connection, Http2Frame.Settings, 1, 0, []);
                else if (frame.Type is Http2Frame.Headers or Http2Frame.Data)
                    Frames.Writer.TryWrite(frame);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The end of the connection.
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}

/// <summary>A frame that the client sent, and what can be said to it.</summary>
internal sealed record Http2Frame(SslStream Connection, byte Type, byte Flags, int Stream)
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Settings = 4;
    private const byte Reset = 3;
    private const byte Farewell = 7;

    /// <summary>Whether the request ends with it.</summary>
    public bool IsLast => (Flags & 1) != 0;

    public static async Task<Http2Frame> ReadAsync(SslStream connection, CancellationToken cancellationToken)
    {
        var head = new byte[9];
        await connection.ReadExactlyAsync(head, cancellationToken);
        await connection.ReadExactlyAsync(new byte[(head[0] << 16) | (head[1] << 8) | head[2]], cancellationToken);
        return new Http2Frame(connection, head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)));
    }

    public static async Task SendAsync(SslStream connection, byte type, byte flags, int stream, byte[] payload)
    {
        byte[] frame = [0, 0, (byte)payload.Length, type, flags, 0, 0, 0, 0, .. payload];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        await connection.WriteAsync(frame);
    }

    /// <summary>Breaks the stream off with an error code: 7 says that nothing of it was looked at, 2 that something went wrong.</summary>
    public Task ResetAsync(byte error) => SendAsync(Connection, Reset, 0, Stream, [0, 0, 0, error]);

    /// <summary>Says that no stream after this one is looked at any more, and closes.</summary>
    public async Task FarewellAsync(byte lastStream)
    {
        await SendAsync(Connection, Farewell, 0, 0, [0, 0, 0, lastStream, 0, 0, 0, 0]);
        await Connection.ShutdownAsync();
    }

    /// <summary>Answers 200 without a body yet.</summary>
    public Task AcceptAsync() => SendAsync(Connection, Headers, 4, Stream, [0x88]);
}
