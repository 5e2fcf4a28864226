using System.Net.Mime;
using Nest.Sdk.Http;
using Nest.Sdk.Sdm.Authorization;

namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// Converts a response of Google's API into an exception with the remedy. Classified by the HTTP status and Google's
/// reason; only a missing scope is also recognized by its message. See docs/protocol/smart-device-management.md#error-catalogue.
/// </summary>
internal static class SdmErrors
{
    /// <summary>Google reports no waiting time for its limits, which are counted by the minute.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="token">The token of the call, to mask.</param>
    /// <param name="projectId">The project of the call.</param>
    /// <param name="time">The clock.</param>
    public static NestException FromResponse(HttpResponseMessage response, ReadOnlyMemory<byte> body, AccessToken token, string projectId, TimeProvider time)
    {
        var error = SdmErrorBody.Read(body, token);
        var status = response.StatusCode;
        var whole = new NestServerError { Status = (int)status, Reason = error.Status, Message = error.Text };
        return (int)status switch
        {
            401 => new NestAuthorizationException($"Google refused the access token. It is valid for about an hour; with a refresh token it is renewed automatically. Otherwise ask the user to authorize again.{error.Words}") { ServerError = whole, IsUnauthorized = true },
            403 when error.IsMissingScope => new NestAuthorizationException($"The token has no permission for the devices: the scope sdm.service is missing. Ask the user to authorize again and to tick every box on Google's page.{error.Words}") { Failure = NestAuthorizationFailure.MissingScope, ServerError = whole },
            429 => LimitReached(RetryAfterHeader.Read(response, time) ?? Minute, error, whole),
            _ => new NestRequestException(Answered(response, error, projectId))
            {
                StatusCode = status,
                Failure = Kind(response, error),
                RetryAfter = RetryAfterHeader.Read(response, time),
                ServerError = error.IsError ? whole : null,
            },
        };
    }

    private static NestRateLimitException LimitReached(TimeSpan wait, SdmErrorBody error, NestServerError whole) =>
        new($"Google's limit of calls is reached. Try again in {TimeText.Seconds(wait)}. Other programs of the same user count too.{error.Words}") { RetryAfter = wait, ServerError = whole };

    private static NestRequestFailure Kind(HttpResponseMessage response, SdmErrorBody error) => (int)response.StatusCode switch
    {
        >= 500 => NestRequestFailure.ServerFailure,
        _ when Stranger(response, error) is not null => NestRequestFailure.NotNest,
        404 => NestRequestFailure.NotFound,
        _ => NestRequestFailure.Refused,
    };

    private static string Answered(HttpResponseMessage response, SdmErrorBody error, string projectId) => (int)response.StatusCode switch
    {
        >= 500 => $"Google answered {(int)response.StatusCode}: the server failed. Try again later.{error.Words}",
        _ when Stranger(response, error) is { } stranger => $"The server answered {(int)response.StatusCode} with {stranger}. Check the endpoint, and whether the network shows a login page.",
        403 when error.Reason == "SERVICE_DISABLED" => $"The Smart Device Management API is not enabled in the Google Cloud project. Enable it{(error.Link is null ? "" : $" at {error.Link.AbsoluteUri}")} and wait a few minutes.{error.Words}",
        403 => $"Google refused access. Check that the user has granted the devices on Google's page, and that Sdm.ClientId is the client of the Device Access project.{error.Words}",
        404 => $"Google found nothing there. Check the project id, and whether the user has withdrawn the device.{SdmProjectIds.Hint(projectId)}{error.Words}",
        _ when error.Text is not null => $"Google answered {(int)response.StatusCode}.{error.Words}",
        _ => $"Google answered {(int)response.StatusCode} without a reason.",
    };

    /// <summary>Describes a response that Google does not send. Null when it may be Google's.</summary>
    private static string? Stranger(HttpResponseMessage response, SdmErrorBody error) => (int)response.StatusCode switch
    {
        < 400 => "a redirect, which is never followed with a token",
        < 500 when !error.IsError && ContentTypeHeader.Read(response).Is(MediaTypeNames.Text.Html) => "a web page",
        _ => null,
    };
}
