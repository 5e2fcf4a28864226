using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Google.PubSub;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>How calls to Google and Google's errors look. There are no event streams.</summary>
internal static class GoogleDialect
{
    public static ServiceDialect Instance { get; } = new(GooglePaths.OwnsOAuth, TokenParameter: null, HasStreams: false, ForStatus, GoogleErrors.Failed);

    private static FakeAnswer ForStatus(FakeCall call, int status) => !call.IsOAuth || status < StatusCodes.Status400BadRequest
        ? call.RawPath.StartsWith(PubSubRoute.Root, StringComparison.Ordinal) ? PubSubErrors.ForStatus(call, status) : GoogleErrors.ForStatus(status)
        : status switch
        {
            StatusCodes.Status401Unauthorized => GoogleAnswers.OAuthError("invalid_client", "The OAuth client was not found.", status),
            StatusCodes.Status403Forbidden => GoogleAnswers.OAuthError("access_denied", "Access denied.", status),
            StatusCodes.Status429TooManyRequests => GoogleAnswers.OAuthError("rate_limit_exceeded", "Rate limit exceeded.", status),
            < StatusCodes.Status500InternalServerError => GoogleAnswers.OAuthError("invalid_request", "Bad Request", status),
            _ => GoogleAnswers.OAuthError("internal_failure", "Backend Error", status),
        };
}
