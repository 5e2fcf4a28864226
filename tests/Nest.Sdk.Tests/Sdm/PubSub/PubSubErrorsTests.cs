using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Tests.Sdm.PubSub;

public sealed class PubSubErrorsTests
{
    private const string Token = "ya29.TESTTOKEN0123456789";

    [Theory]
    [InlineData(400, "INVALID_ARGUMENT", "Invalid resource name given (name=x).", "Write Sdm.Subscription like projects/my-cloud-project/subscriptions/nest", NestRequestFailure.Refused)]
    [InlineData(400, "FAILED_PRECONDITION", "Subscription is detached.", "create a new one on the topic", NestRequestFailure.Refused)]
    [InlineData(403, "PERMISSION_DENIED", "User not authorized to perform this action.", "Grant it the role Pub/Sub Subscriber", NestRequestFailure.Refused)]
    [InlineData(404, "NOT_FOUND", "Resource not found (resource=nest).", "it expired after 31 days without a client", NestRequestFailure.NotFound)]
    [InlineData(409, "ALREADY_EXISTS", "Resource already exists.", "Resource already exists.", NestRequestFailure.Refused)]
    [InlineData(499, "CANCELLED", "The operation was cancelled.", "Try again later.", NestRequestFailure.ServerFailure)]
    [InlineData(500, "INTERNAL", "Internal error.", "Try again later.", NestRequestFailure.ServerFailure)]
    [InlineData(502, "UNAVAILABLE", "Bad gateway.", "Try again later.", NestRequestFailure.ServerFailure)]
    [InlineData(503, "UNAVAILABLE", "Please try again.", "Try again later.", NestRequestFailure.ServerFailure)]
    [InlineData(504, "DEADLINE_EXCEEDED", "Deadline expired.", "Try again later.", NestRequestFailure.ServerFailure)]
    public void A_status_has_a_remedy(int status, string name, string text, string remedy, NestRequestFailure failure)
    {
        var error = Assert.IsType<NestRequestException>(Error(status, $$"""{"error":{"code":{{status}},"message":"{{text}}","status":"{{name}}"} }"""));

        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Equal((failure, status >= 500), (error.Failure, error.IsTransient));
        Assert.Equal((status, name, text), (error.ServerError!.Status, error.ServerError.Reason, error.ServerError.Message));
    }

    [Fact]
    public void An_API_that_is_not_enabled_names_the_page_that_enables_it()
    {
        var error = Error(403, """
            {"error":{"code":403,"message":"Cloud Pub/Sub API has not been used in project 1 before or it is disabled.","status":"PERMISSION_DENIED","details":[
            {"@type":"type.googleapis.com/google.rpc.Help","links":[{"description":"Google developers console API activation","url":"https://console.developers.google.com/apis/api/pubsub.googleapis.com/overview?project=1"}]},
            {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"SERVICE_DISABLED","domain":"googleapis.com"}]}}
            """);

        Assert.Contains("The Pub/Sub API is not enabled", error.Message, StringComparison.Ordinal);
        Assert.Contains("https://console.developers.google.com/apis/api/pubsub.googleapis.com/overview?project=1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"} }""")]
    [InlineData("""{"error":{"code":403,"message":"x","status":"PERMISSION_DENIED","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]} }""")]
    public void A_scope_that_is_missing_is_an_error_of_the_authorization(string body)
    {
        var error = Assert.IsType<NestAuthorizationException>(Error(403, body));

        Assert.Equal((NestAuthorizationFailure.MissingScope, false), (error.Failure, error.EndsStream));
        Assert.Contains("tick every box", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_token_is_an_error_of_the_authorization() =>
        Assert.True(Assert.IsType<NestAuthorizationException>(Error(401, """{"error":{"code":401,"message":"Invalid credentials.","status":"UNAUTHENTICATED"} }""")).IsUnauthorized);

    [Theory]
    [InlineData(null, 60)]
    [InlineData("7", 7)]
    public void A_limit_has_a_waiting_time(string? header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<NestRateLimitException>(Error(429, """{"error":{"code":429,"message":"Quota exceeded.","status":"RESOURCE_EXHAUSTED"} }""", header)).RetryAfter);

    [Theory]
    [InlineData(302, "text/html", "Check Sdm.PubSubEndpoint.", NestRequestFailure.NotNest)]
    [InlineData(404, "text/html", "whether the network shows a login page", NestRequestFailure.NotNest)]
    [InlineData(503, "text/html", "Try again later.", NestRequestFailure.ServerFailure)]
    [InlineData(418, "text/plain", "Pub/Sub answered 418 without a reason.", NestRequestFailure.Refused)]
    public void A_body_that_is_not_Googles_is_never_quoted(int status, string type, string text, NestRequestFailure failure)
    {
        var error = Assert.IsType<NestRequestException>(Error(status, "<html>page-1</html>", type: type));

        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("page-1", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((failure, null), (error.Failure, error.ServerError));
    }

    [Fact]
    public void A_token_in_the_message_is_masked() =>
        Assert.DoesNotContain(Token, Error(403, $$"""{"error":{"code":403,"message":"{{Token}} may not do this.","status":"PERMISSION_DENIED"} }""").ToString(), StringComparison.Ordinal);

    private static NestException Error(int status, string body, string? retryAfter = null, string type = "application/json")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return PubSubErrors.FromResponse(response, bytes, AccessToken.Parse(Token), "projects/cloud-1/subscriptions/nest", new FakeTimeProvider());
    }
}
