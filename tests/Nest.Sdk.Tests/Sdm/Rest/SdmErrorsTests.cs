using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Tests.Sdm.Rest;

public class SdmErrorsTests
{
    private const string Uuid = "32c4c2bc-0001-4000-8000-00000000c0de";
    private static readonly AccessToken Token = AccessToken.Parse("ya29.TESTTOKEN0123456789");

    [Fact]
    public void A_401_is_an_unauthorized_call_that_a_new_token_may_repeat()
    {
        var error = Assert.IsType<NestAuthorizationException>(Error(401, """{"error":{"code":401,"message":"Request had invalid authentication credentials.","status":"UNAUTHENTICATED"}}"""));

        Assert.True(error.IsUnauthorized);
        Assert.Contains("Google says: \"Request had invalid authentication credentials.\" (UNAUTHENTICATED).", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}}""")]
    [InlineData("""{"error":{"code":403,"message":"x","status":"PERMISSION_DENIED","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}}""")]
    public void A_missing_scope_is_named_with_the_remedy(string body)
    {
        var error = Assert.IsType<NestAuthorizationException>(Error(403, body));

        Assert.Equal(NestAuthorizationFailure.MissingScope, error.Failure);
        Assert.Contains("tick every box", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disabled_API_is_named_with_the_page_that_enables_it()
    {
        var error = Assert.IsType<NestRequestException>(Error(403, """
            {"error":{"code":403,"message":"Smart Device Management API has not been used in project 12 before or it is disabled.","status":"PERMISSION_DENIED","details":[
              {"@type":"type.googleapis.com/google.rpc.Help","links":[{"description":"Activation","url":"https://console.developers.google.com/apis/api/smartdevicemanagement.googleapis.com/overview?project=12"}]},
              {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"SERVICE_DISABLED","domain":"googleapis.com"}]}}
            """));

        Assert.Contains("Enable it at https://console.developers.google.com/apis/api/smartdevicemanagement.googleapis.com/overview?project=12 and wait", error.Message, StringComparison.Ordinal);
        Assert.Equal(("PERMISSION_DENIED", 403), (error.ServerError!.Reason, error.ServerError.Status));
    }

    [Theory]
    [InlineData(Uuid, "withdrawn the device. Google says")]
    [InlineData("my-cloud-project", "is not a UUID, so it may be the id of the Google Cloud project")]
    public void A_404_says_whether_the_project_id_has_the_shape_of_one(string project, string advice)
    {
        var error = Assert.IsType<NestRequestException>(Error(404, """{"error":{"code":404,"message":"Enterprise not found.","status":"NOT_FOUND"}}""", project));

        Assert.Equal(NestRequestFailure.NotFound, error.Failure);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains("Enterprise not found.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_429_says_when_to_come_back_although_Google_does_not()
    {
        var error = Assert.IsType<NestRateLimitException>(Error(429, """{"error":{"code":429,"message":"Rate limited for the ListDevices API for the user.","status":"RESOURCE_EXHAUSTED"}}"""));

        Assert.Equal(TimeSpan.FromMinutes(1), error.RetryAfter);
        Assert.Contains("Try again in 60 s.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Rate limited for the ListDevices API for the user.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, """{"error":{"code":500,"message":"Internal error encountered.","status":"INTERNAL"}}""", "Internal error encountered.")]
    [InlineData(503, "<html>Service Unavailable</html>", "the server failed")]
    public void A_5xx_is_a_failure_of_the_server(int status, string body, string text)
    {
        var error = Assert.IsType<NestRequestException>(Error(status, body));

        Assert.True(error.IsTransient);
        Assert.Equal(NestRequestFailure.ServerFailure, error.Failure);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302, "")]
    [InlineData(403, "")]
    [InlineData(400, "[]")]
    [InlineData(400, """{"error":"text"}""")]
    [InlineData(400, """{"error":{"message":5,"details":[7,{"links":[{"url":"javascript:1"},3]}]}}""")]
    [InlineData(418, "\ud83d")]
    public void An_odd_body_leaves_the_status(int status, string body) =>
        Assert.Equal(status, (int)Assert.IsType<NestRequestException>(Error(status, body)).StatusCode);

    [Fact]
    public void A_token_that_Google_quotes_is_masked()
    {
        var error = Error(400, $$"""{"error":{"code":400,"message":"bad {{Token.Reveal()}}","status":"INVALID_ARGUMENT"} }""");

        Assert.DoesNotContain(Token.Reveal(), error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token.Reveal(), error.ServerError!.Message, StringComparison.Ordinal);
    }

    private static NestException Error(int status, string body, string project = Uuid)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return SdmErrors.FromResponse(response, Encoding.UTF8.GetBytes(body), Token, project, new FakeTimeProvider());
    }
}
