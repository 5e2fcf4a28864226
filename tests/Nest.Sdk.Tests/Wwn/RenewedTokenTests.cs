using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>
/// A call that the server answers with 401 had no effect. It is sent once more when the source has another token.
/// </summary>
public sealed class RenewedTokenTests : IAsyncDisposable
{
    private const string Old = "c.OLD-TOKEN";
    private const string New = "c.NEW-TOKEN";

    private ServiceProvider? _services;
    private AccessToken _current = Old;
    private int _renewals;

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_read_is_sent_once_more_with_the_renewed_token()
    {
        var stub = new StubHandler(_ => Refusal(), _ => StubHandler.Json("7"));

        var value = await Client(stub).GetRawAsync("/x");

        Assert.Equal(7, value.GetInt32());
        Assert.Equal(["Bearer " + Old, "Bearer " + New], stub.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_write_is_sent_once_more_with_the_renewed_token()
    {
        var stub = new StubHandler(_ => Refusal(), _ => StubHandler.Json("{}"));

        var result = await Client(stub).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);

        Assert.Equal(NestWriteOutcome.Accepted, result.Outcome);
        Assert.Equal([(HttpMethod.Put, "Bearer " + Old), (HttpMethod.Put, "Bearer " + New)], stub.Requests.Select(request => (request.Method, request.Authorization)));
    }

    [Fact]
    public async Task A_write_is_not_sent_a_third_time()
    {
        var stub = new StubHandler(_ => Refusal(), _ => Refusal(), _ => StubHandler.Json("{}"));

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => Client(stub).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));

        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal([NestWriteOutcome.Refused], error.Steps.Select(step => step.Outcome));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task No_other_response_to_a_write_renews_the_token(int status)
    {
        var stub = new StubHandler(_ => StubHandler.Json("""{"error":"unauthorized","type":"https://x/y#auth-error"}""", (HttpStatusCode)status), _ => StubHandler.Json("{}"));

        await Assert.ThrowsAnyAsync<NestException>(() => Client(stub).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));

        Assert.Single(stub.Requests);
        Assert.Equal(0, _renewals);
    }

    [Fact]
    public async Task A_source_that_cannot_renew_keeps_the_refusal()
    {
        var stub = new StubHandler(_ => Refusal(), _ => StubHandler.Json("{}"));

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => Client(stub, AccessTokenSource.FromToken(Old)).GetAsync());

        Assert.Single(stub.Requests);
        Assert.DoesNotContain(Old, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_whose_renewed_token_is_refused_too_ends()
    {
        var stub = new StubHandler(_ => Refusal());

        await Assert.ThrowsAsync<NestAuthorizationException>(async () => await Client(stub).ReadUpdatesAsync().GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal(["Bearer " + Old, "Bearer " + New], stub.Requests.Select(request => request.Authorization));
        Assert.Equal(1, _renewals);
    }

    [Fact]
    public async Task A_stream_that_may_not_be_read_renews_nothing()
    {
        var stub = new StubHandler(_ => StubHandler.Json("""{"error":"forbidden"}""", HttpStatusCode.Forbidden));

        await Assert.ThrowsAsync<NestAuthorizationException>(async () => await Client(stub).ReadUpdatesAsync().GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal(0, _renewals);
    }

    [Fact]
    public async Task An_invented_401_of_a_handler_of_the_host_repeats_no_write()
    {
        var stub = new StubHandler(_ => StubHandler.Json("{}"));

        await Client(stub, host: static () => new InventedRefusal()).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked);

        Assert.Single(stub.Requests);
        Assert.Equal(0, _renewals);
    }

    private static HttpResponseMessage Refusal() => StubHandler.Json("""{"error":"unauthorized"}""", HttpStatusCode.Unauthorized);

    private INestClient Client(StubHandler stub, IAccessTokenSource? source = null, Func<DelegatingHandler>? host = null)
    {
        source ??= AccessTokenSource.FromCallback(
            _ => Task.FromResult(_current),
            (_, _) =>
            {
                _renewals++;
                return Task.FromResult<AccessToken?>(_current = New);
            });
        var services = new ServiceCollection();
        services.AddNestClient(options =>
        {
            options.FirstReconnectDelay = options.MaxReconnectDelay = TimeSpan.FromMilliseconds(1);
            options.UseWwn(wwn => wwn.AccessTokenSource = source);
        }).ConfigureHttp(http =>
        {
            http.ConfigurePrimaryHttpMessageHandler(() => stub);
            if (host is not null)
                http.AddHttpMessageHandler(host);
        });
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<INestClient>();
    }

    /// <summary>A handler of the host that sends the request and answers 401 in place of the server.</summary>
    private sealed class InventedRefusal : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return Refusal();
        }
    }
}
