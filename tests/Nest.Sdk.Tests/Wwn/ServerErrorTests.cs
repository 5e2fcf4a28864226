using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>
/// The error of a refusal by Nest: preserved whole, and classified by the anchor first and the status second.
/// </summary>
public class ServerErrorTests
{
    [Fact]
    public async Task A_body_of_the_data_API_is_preserved_whole()
    {
        var text = new string('x', 500);
        var error = await RefuseAsync<NestRequestException>(
            HttpStatusCode.BadRequest,
            $$$"""{"error":"short","type":"https://console.developers.nest.com/documentation/cloud/error-messages#new-error","message":"{{{text}}} c.TESTTOKEN","instance":"i-1","details":{"fieldName":"x","n":5}}""");

        Assert.Equal(("new-error", 400), (error.Anchor(), error.ServerError!.Status));
        Assert.Equal(NestRequestFailure.Refused, error.Failure);
        var server = Assert.IsType<WwnServerError>(error.ServerError);
        Assert.Equal(("short", text + " ***", "new-error", "i-1"), (server.Reason, server.Message, server.Anchor, server.InstanceId));
        Assert.Equal("https://console.developers.nest.com/documentation/cloud/error-messages#new-error", server.Type);
        Assert.Equal([new("fieldName", "x"), new("n", "5")], server.Details.OrderBy(static detail => detail.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_other_error_format_is_preserved_whole()
    {
        var error = await RefuseAsync<NestRequestException>(HttpStatusCode.BadRequest, """{"error":"oauth2_error","error_description":"authorization code not found","instance_id":"i-2"}""");

        Assert.Equal(("oauth2_error", "authorization code not found", "i-2"), (error.ServerError!.Reason, error.ServerError.Message, error.InstanceId()));
        Assert.Empty(error.ServerError.Details);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "not-online", NestRequestFailure.Offline)]
    [InlineData(HttpStatusCode.BadRequest, "mode-error", NestRequestFailure.Refused)]
    [InlineData(HttpStatusCode.BadRequest, "not-found", NestRequestFailure.NotFound)]
    [InlineData(HttpStatusCode.NotFound, "whatever", NestRequestFailure.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError, "internal-error", NestRequestFailure.ServerFailure)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "service-unavailable", NestRequestFailure.ServerFailure)]
    [InlineData(HttpStatusCode.BadGateway, "whatever", NestRequestFailure.ServerFailure)]
    [InlineData(HttpStatusCode.BadRequest, "whatever", NestRequestFailure.Refused)]
    [InlineData(HttpStatusCode.Forbidden, "not-online", NestRequestFailure.Offline)]
    [InlineData(HttpStatusCode.Forbidden, "no-write-permission", NestRequestFailure.Refused)]
    [InlineData(HttpStatusCode.Unauthorized, "not-found", NestRequestFailure.NotFound)]
    [InlineData(HttpStatusCode.TooManyRequests, "internal-error", NestRequestFailure.ServerFailure)]
    [InlineData(HttpStatusCode.InternalServerError, "mode-error", NestRequestFailure.Refused)]
    [InlineData(HttpStatusCode.NotFound, "high-c-value-4-lock", NestRequestFailure.Refused)]
    [InlineData(HttpStatusCode.InternalServerError, "unknown", NestRequestFailure.ServerFailure)]
    public async Task Kinds_of_refusal(HttpStatusCode status, string anchor, NestRequestFailure failure) =>
        Assert.Equal(failure, (await RefuseAsync<NestRequestException>(status, Error(anchor))).Failure);

    [Fact]
    public async Task The_anchor_takes_precedence_over_the_status()
    {
        Assert.Equal("i", (await RefuseAsync<NestRateLimitException>(HttpStatusCode.BadRequest, Error("blocked"))).InstanceId());
        Assert.Equal("i", (await RefuseAsync<NestAuthorizationException>(HttpStatusCode.BadRequest, Error("auth-error"))).InstanceId());
        Assert.Equal("i", (await RefuseAsync<NestAuthorizationException>(HttpStatusCode.BadRequest, Error("forbidden"))).InstanceId());
    }

    [Theory]
    [InlineData("c.TESTTOKEN")]
    [InlineData("c%2ETESTTOKEN")]
    [InlineData("\\u0063.TESTTOKEN")]
    public async Task No_part_of_the_error_contains_the_token(string token)
    {
        var error = await RefuseAsync<NestRequestException>(
            HttpStatusCode.BadRequest,
            $$"""{"error":"e {{token}}","type":"https://x.example/{{token}}#{{token}}","message":"m {{token}}","instance":"{{token}}","details":{"{{token}}":"{{token}}","deep": { "a":["{{token}}"] } } }""");

        var server = Assert.IsType<WwnServerError>(error.ServerError);
        var all = string.Join(' ', [error.ToString(), error.Anchor(), error.InstanceId(), server.ToString(), .. server.Details.Select(static detail => detail.ToString())]);
        Assert.DoesNotContain("TESTTOKEN", Uri.UnescapeDataString(all), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("***", server.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"e","details":{"a":["\ud800"]}}""")]
    [InlineData("""{"error":"\ud800"}""")]
    [InlineData("""{"error":"e","details":[1]}""")]
    [InlineData("""[1]""")]
    [InlineData("<html>")]
    public async Task An_unusual_body_does_not_hide_a_refusal(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await RefuseAsync<NestRequestException>(HttpStatusCode.BadRequest, body)).StatusCode);

    [Fact]
    public async Task A_refusal_in_a_200_is_recognized()
    {
        Assert.Equal("mode-error", (await RefuseAsync<NestRequestException>(HttpStatusCode.OK, Error("mode-error"))).Anchor());
        using var stub = new StubHandler(_ => StubHandler.Json(Error("not-found")));
        await Assert.ThrowsAsync<NestRequestException>(() => Client(stub).GetAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "text/html", NestRequestFailure.NotNest)]
    [InlineData(HttpStatusCode.BadRequest, "text/html", NestRequestFailure.NotNest)]
    [InlineData(HttpStatusCode.Found, "text/plain", NestRequestFailure.NotNest)]
    [InlineData(HttpStatusCode.NotFound, "text/plain", NestRequestFailure.NotFound)]
    [InlineData(HttpStatusCode.BadGateway, "text/html", NestRequestFailure.ServerFailure)]
    public async Task A_web_page_or_a_redirect_is_not_a_response_of_Nest(HttpStatusCode status, string type, NestRequestFailure failure)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(status) { Content = new StringContent("<html>", System.Text.Encoding.UTF8, type) });

        var error = await Assert.ThrowsAsync<NestRequestException>(() => Client(stub).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));

        Assert.Equal((status, failure), (error.StatusCode, error.Failure));
        Assert.Equal(failure == NestRequestFailure.NotNest, error.Message.Contains("Check the endpoint", StringComparison.Ordinal));
    }

    private static string Error(string anchor) => $$"""{"error":"e","type":"https://developers.nest.com/reference/error-messages#{{anchor}}","message":"m","instance":"i"}""";

    private static async Task<T> RefuseAsync<T>(HttpStatusCode status, string body)
        where T : NestException
    {
        using var stub = new StubHandler(_ => StubHandler.Json(body, status));
        return await Assert.ThrowsAsync<T>(() => Client(stub).Structures.SetAwayAsync("s", AwayState.Away, Writes.Unchecked));
    }

    private static INestClient Client(StubHandler stub)
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = "c.TESTTOKEN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        return services.BuildServiceProvider().GetRequiredService<INestClient>();
    }
}
