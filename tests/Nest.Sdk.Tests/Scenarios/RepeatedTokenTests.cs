using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// A server that writes the token into its responses. No error and no log above the sockets shows it.
/// </summary>
public sealed class RepeatedTokenTests : IAsyncDisposable
{
    private const string Secret = "SECRETTOKEN123";
    private const string Token = "tc." + Secret;

    private readonly SignallingTime _time = new();
    private readonly RawServer _server = new();
    private readonly ServiceProvider _services;
    private readonly INestClient _client;

    public RepeatedTokenTests()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddSingleton<TimeProvider>(_time);
        services.AddTransient<Printer>();
        services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = _server.Endpoint;
            wwn.AccessToken = Token;
        })).ConfigureHttp(http => http.AddHttpMessageHandler<Printer>());
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<INestClient>();
    }

    [Theory]
    [InlineData("tc%2ESECRETTOKEN123/x")]
    [InlineData("%74c.SECRETTOKEN123/x")]
    [InlineData("x?auth=tc%2eSECRETTOKEN123")]
    [InlineData("tc.%53ECRETTOKEN12%33#tc.SECRETTOKEN123")]
    [InlineData("tc%252ESECRETTOKEN123/x")]
    [InlineData("tc%25252ESECRETTOKEN123/x")]
    public async Task A_token_in_a_redirect_URL_is_masked_in_every_spelling(string path)
    {
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.AnswerAsync("307 Elsewhere", "", headers: $"Location: {_server.Endpoint}{path}\r\n");
        var second = await peer.RequestAsync();
        await peer.AnswerAsync("404 No", "{}");

        await NothingIsSeenAsync(write);
        Assert.StartsWith("PUT /", second, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, second!.Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tc.SECRET\u00adTOKEN123.nest.com/")]
    [InlineData("https://TC.secrettoken123.example/")]
    public async Task A_token_in_a_host_name_is_masked(string location)
    {
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync(System.Text.Encoding.Latin1.GetBytes($"HTTP/1.1 307 Elsewhere\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"));
        if (location.Contains("nest.com", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("nest.com", await peer.RequestAsync(), StringComparison.Ordinal);
            await peer.AnswerAsync("404 No", "{}");
        }

        await NothingIsSeenAsync(write);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 tc.SECRETTOKEN123\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Down\r\ntc.SECRETTOKEN123: x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Down\r\nServer-Timing: db;desc=\"tc.SECRETTOKEN123\"\r\nX: %74c.SECRETTOKEN123\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Down\r\nContent-Type: tc.SECRETTOKEN123/x\r\nContent-Language: tc%2ESECRETTOKEN123\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Down\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Sum: tc.SECRETTOKEN123\r\n\r\n")]
    [InlineData("tc.SECRETTOKEN123 is no status\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\ntc.SECRETTOKEN123 is no header\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\ntc(SECRETTOKEN123): x\r\n\r\n")]
    public async Task A_token_in_a_response_to_a_write_is_masked(string answer)
    {
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync(answer);

        await NothingIsSeenAsync(write);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxSECRETTOKEN123\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\ntc.SECRETTOKEN123 is no trailer\r\n\r\n")]
    public async Task A_token_in_the_broken_echo_of_an_accepted_write_is_masked(string answer)
    {
        var write = _client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);
        var (peer, _) = await _server.NextRequestAsync();
        await peer.SendAsync(answer);

        Assert.Equal(NestWriteOutcome.Accepted, (await write).Outcome);
        NothingIsLogged();
    }

    [Theory]
    [InlineData("tc.SECRETTOKEN123 is no status\r\n\r\n")]
    [InlineData("HTTP/1.1 400 tc.SECRETTOKEN123\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Sum: tc.SECRETTOKEN123\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxSECRETTOKEN123\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n0\r\n0\r\ntc.SECRETTOKEN123 is no trailer\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\ntc.SECRETTOKEN123")]
    public async Task A_token_in_a_response_to_a_read_is_masked(string answer)
    {
        var read = _client.GetRawAsync("/metadata/access_token");
        _ = AnswerAllAsync(answer);

        await NothingIsSeenAsync(read);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>A failed read is repeated.</summary>
    private async Task AnswerAllAsync(string answer)
    {
        while (true)
        {
            var (peer, _) = await _server.NextRequestAsync();
            await peer.SendAsync(answer);
            peer.End();
            await _time.PassNextWaitAsync(wait => wait < TimeSpan.FromSeconds(12));
        }
    }

    private async Task NothingIsSeenAsync(Task call)
    {
        var error = await Assert.ThrowsAnyAsync<NestException>(() => call);

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.OrdinalIgnoreCase);
        NothingIsLogged();
    }

    private void NothingIsLogged()
    {
        var logs = _services.GetFakeLogCollector().GetSnapshot().Select(record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}").ToList();
        Assert.NotEmpty(logs);
        Assert.DoesNotContain(logs, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A handler of the host that logs whole responses.</summary>
    private sealed class Printer(ILogger<Printer> logger) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (!response.IsSuccessStatusCode)
                    await response.Content.LoadIntoBufferAsync(cancellationToken);
                Print($"{response}");
                return response;
            }
            catch (HttpRequestException error)
            {
                Print($"{error}");
                throw;
            }
        }

        private void Print(string text) =>
#pragma warning disable CA1848, CA2254 // The host decides what it logs.
            logger.LogInformation(text.Replace('{', '(').Replace('}', ')'));
#pragma warning restore CA1848, CA2254
    }
}
