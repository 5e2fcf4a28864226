using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>Some servers and proxies add a byte order mark before JSON.</summary>
public sealed class ByteOrderMarkTests : IAsyncDisposable
{
    private const string Mark = "\uFEFF";

    private ServiceProvider? _services;

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_value_is_read_after_it() => Assert.Equal(7, (await Client(HttpStatusCode.OK, "7").GetRawAsync("/x")).GetInt32());

    [Fact]
    public async Task A_home_is_read_after_it() =>
        Assert.Equal("Home", (await Client(HttpStatusCode.OK, """{"structures":{"s":{"name":"Home"}}}""").GetAsync()).Structures["s"].Name);

    [Fact]
    public async Task A_refusal_keeps_its_reason()
    {
        var client = Client(HttpStatusCode.BadRequest, """{"error":"Invalid","type":"https://x.example/y#not-online","message":"It is offline.","instance":"i-1"}""");

        var error = await Assert.ThrowsAsync<NestRequestException>(() => client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));

        Assert.Equal((NestRequestFailure.Offline, "It is offline."), (error.Failure, error.ServerError?.Message));
    }

    [Fact]
    public async Task A_refusal_in_a_200_is_recognized()
    {
        var client = Client(HttpStatusCode.OK, """{"error":"blocked"}""");

        await Assert.ThrowsAsync<NestRateLimitException>(() => client.Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));
    }

    [Fact]
    public async Task Two_marks_are_not_JSON() => await Assert.ThrowsAsync<NestProtocolException>(() => Client(HttpStatusCode.OK, Mark + "7").GetRawAsync("/x"));

    private INestClient Client(HttpStatusCode status, string json)
    {
        var stub = new StubHandler(_ => StubHandler.Json(Mark + json, status));
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = "c.TESTTOKEN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<INestClient>();
    }
}
