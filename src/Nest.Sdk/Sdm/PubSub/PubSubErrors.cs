using System.Net.Mime;
using Nest.Sdk.Http;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Sdm.PubSub;

/// <summary>
/// Converts a response of Pub/Sub into an exception with the remedy. See
/// docs/protocol/smart-device-management.md#pubsub-errors.
/// </summary>
internal static class PubSubErrors
{
    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="token">The token of the call, to mask.</param>
    /// <param name="subscription">The name of the subscription.</param>
    /// <param name="time">The clock.</param>
    public static NestException FromResponse(HttpResponseMessage response, ReadOnlyMemory<byte> body, AccessToken token, string subscription, TimeProvider time)
    {
        var error = SdmErrorBody.Read(body, token);
        var status = (int)response.StatusCode;
        var whole = new NestServerError { Status = status, Reason = error.Status, Message = error.Text };
        var pause = RetryAfterHeader.Read(response, time);
        return status switch
        {
            401 => new NestAuthorizationException($"Google refused the access token for Pub/Sub.{error.Words}") { ServerError = whole, IsUnauthorized = true },
            403 when error.IsMissingScope => new NestAuthorizationException($"The token has no permission for Pub/Sub: the scope pubsub is missing. Ask the user to authorize again and to tick every box on Google's page, or use a service account for Pub/Sub.{error.Words}") { Failure = NestAuthorizationFailure.MissingScope, ServerError = whole },
            429 => new NestRateLimitException($"Pub/Sub refuses calls for a while: a limit of the Google Cloud project is reached.{error.Words}") { RetryAfter = pause ?? TimeSpan.FromMinutes(1), ServerError = whole },
            _ => new NestRequestException(Answered(response, error, subscription))
            {
                StatusCode = response.StatusCode,
                Failure = status >= 499 ? NestRequestFailure.ServerFailure : IsPage(response, error) || status < 400 ? NestRequestFailure.NotNest : status == 404 ? NestRequestFailure.NotFound : NestRequestFailure.Refused,
                RetryAfter = pause,
                ServerError = error.IsError ? whole : null,
            },
        };
    }

    private static bool IsPage(HttpResponseMessage response, SdmErrorBody error) => !error.IsError && ContentTypeHeader.Read(response).Is(MediaTypeNames.Text.Html);

    private static string Answered(HttpResponseMessage response, SdmErrorBody error, string subscription) => (int)response.StatusCode switch
    {
        < 400 => "Pub/Sub answered with a redirect, which is never followed with a token. Check Sdm.PubSubEndpoint.",
        >= 499 => $"Pub/Sub answered {(int)response.StatusCode}: the server failed. Try again later.{error.Words}",
        _ when IsPage(response, error) => $"The server answered {(int)response.StatusCode} with a web page. Check Sdm.PubSubEndpoint, and whether the network shows a login page.",
        400 when error.Status == "FAILED_PRECONDITION" => $"The subscription {subscription} cannot be read: it is detached from its topic, or the Google Cloud project has a problem such as its billing account. A detached subscription cannot be attached again: create a new one on the topic of the Device Access project.{error.Words}",
        400 => $"Pub/Sub does not accept the name {subscription}. Write Sdm.Subscription like projects/my-cloud-project/subscriptions/nest, with the subscription and not the topic.{error.Words}",
        403 when error.Reason == "SERVICE_DISABLED" => $"The Pub/Sub API is not enabled in the Google Cloud project. Enable it{(error.Link is null ? "" : $" at {error.Link.AbsoluteUri}")} and wait a few minutes.{error.Words}",
        403 => $"The subscription {subscription} may not be read by this account. Grant it the role Pub/Sub Subscriber on the subscription, or use the account that created it.{error.Words}",
        404 => $"The subscription {subscription} does not exist: it was deleted, or it expired after 31 days without a client. Create a subscription that never expires on the topic of the Device Access project. Check too that the name has the id of the Google Cloud project.{error.Words}",
        _ when error.Text is not null => $"Pub/Sub answered {(int)response.StatusCode}.{error.Words}",
        _ => $"Pub/Sub answered {(int)response.StatusCode} without a reason.",
    };
}
