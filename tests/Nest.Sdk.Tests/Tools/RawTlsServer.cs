using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace Nest.Sdk.Tests.Tools;

/// <summary>
/// A TLS server on loopback that prefers HTTP/2. It reports the protocol and the requests of the client.
/// </summary>
internal sealed class RawTlsServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly ConcurrentBag<SslStream> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<TlsRequest> _requests = Channel.CreateUnbounded<TlsRequest>();
    private readonly Task _accepting;

    public RawTlsServer()
    {
        _listener.Start();
        Endpoint = new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    public string Fingerprint => _certificate.GetCertHashString();

    public int Connections => _connections.Count;

    /// <summary>The next bytes of a connection. Small requests arrive in one piece.</summary>
    public async Task<TlsRequest> NextAsync() => await _requests.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);

    public bool HasMore() => _requests.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var connection in _connections)
            await connection.DisposeAsync();
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
            _connections.Add(connection);
            var choice = new SslServerAuthenticationOptions { ServerCertificate = _certificate, ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] };
            await connection.AuthenticateAsServerAsync(choice, _stop.Token);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await connection.ReadAsync(buffer, _stop.Token)) > 0)
                _requests.Writer.TryWrite(new TlsRequest(connection, connection.NegotiatedApplicationProtocol, Encoding.UTF8.GetString(buffer, 0, read)));
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

/// <summary>The bytes of a client, and the protocol it used.</summary>
internal sealed record TlsRequest(SslStream Connection, SslApplicationProtocol Protocol, string Text)
{
    public async Task AnswerAsync(string status, string body) =>
        await Connection.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
}
