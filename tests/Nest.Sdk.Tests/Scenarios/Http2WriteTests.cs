using System.Net.Security;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>HTTP/2 has its own ways to break a write off, and .NET its own ways to try again.</summary>
public class Http2WriteTests
{
    private const byte Refused = 7;
    private const byte InternalError = 2;

    [Theory]
    [InlineData(Refused)]
    [InlineData(InternalError)]
    public async Task A_stream_that_is_broken_off(byte error)
    {
        await using var server = new RawHttp2Server();
        await using var services = Services(server);
        var write = SetAway(services);
        var frame = await server.WholeRequestAsync();
        await frame.ResetAsync(error);

        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write.WaitAsync(Patience.Limit));
        await AssertNothingMoreAsync(server);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_server_that_says_farewell(byte lastStream)
    {
        await using var server = new RawHttp2Server();
        await using var services = Services(server);
        var write = SetAway(services);
        var frame = await server.WholeRequestAsync();
        await frame.FarewellAsync(lastStream);

        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write.WaitAsync(Patience.Limit));
        await AssertNothingMoreAsync(server);
    }

    [Fact]
    public async Task An_answer_whose_stream_is_broken_off_counts()
    {
        await using var server = new RawHttp2Server();
        await using var services = Services(server);
        var write = SetAway(services);
        var frame = await server.WholeRequestAsync();
        await frame.AcceptAsync();
        await frame.ResetAsync(InternalError);

        Assert.Equal(NestWriteOutcome.Accepted, (await write.WaitAsync(Patience.Limit)).Outcome);
    }

    /// <summary>.NET begins a stream that was refused once more; but a request is none before its end has come, and that never comes.</summary>
    private static async Task AssertNothingMoreAsync(RawHttp2Server server)
    {
        await server.DisposeAsync();
        server.Frames.Writer.Complete();
        var more = await server.Frames.Reader.ReadAllAsync().ToListAsync();
        Assert.DoesNotContain(more, static frame => frame.Type == Http2Frame.Data || frame.IsLast);
    }

    private static Task<NestWriteResult> SetAway(ServiceProvider services) =>
        services.GetRequiredService<INestClient>().Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);

    private static ServiceProvider Services(RawHttp2Server server)
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => (options.Endpoint, options.AccessToken) = (server.Endpoint, "c.TESTTOKEN")).ConfigureHttp(http => http.UseSocketsHttpHandler((handler, _) =>
            handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == server.Fingerprint }));
        return services.BuildServiceProvider();
    }
}
