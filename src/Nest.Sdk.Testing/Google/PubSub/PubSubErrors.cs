using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Creates the errors of Pub/Sub. Comments mark texts that were never captured. See
/// docs/protocol/smart-device-management.md#pubsub-errors.
/// </summary>
internal static class PubSubErrors
{
    private const string Service = "pubsub.googleapis.com";

    public static FakeAnswer ScopeMissing(PubSubRoute route) =>
        GoogleErrors.ScopeMissing(Service, $"google.pubsub.v1.{(route.IsTopic ? "Publisher" : "Subscriber")}.{route.Verb}");

    public static FakeAnswer InvalidName(string name) => GoogleErrors.Create(
        StatusCodes.Status400BadRequest,
        $"Invalid resource name given (name={name}). Refer to https://cloud.google.com/pubsub/docs/admin#resource_names for more information.");

    public static FakeAnswer NoProject(string project) => GoogleErrors.Create(
        StatusCodes.Status404NotFound,
        $"Requested project not found or user does not have access to it (project={project}). Make sure to specify the unique project identifier and not the Google Cloud Console display name.");

    /// <summary>The response to a topic or subscription that does not exist.</summary>
    /// <param name="name">Its whole name, of which the text has the last part.</param>
    public static FakeAnswer NotFound(string name) => GoogleErrors.Create(StatusCodes.Status404NotFound, $"Resource not found (resource={name.Split('/')[^1]}).");

    public static FakeAnswer AlreadyExists(string name) => GoogleErrors.Create(
        StatusCodes.Status409Conflict, $"Resource already exists in the project (resource={name.Split('/')[^1]}).", "ALREADY_EXISTS");

    // The text was never captured.
    public static FakeAnswer Detached(string name) =>
        GoogleErrors.Create(StatusCodes.Status400BadRequest, $"Subscription is detached (resource={name.Split('/')[^1]}).", "FAILED_PRECONDITION");

    // The text was never captured.
    public static FakeAnswer PolicyChanged() =>
        GoogleErrors.Create(StatusCodes.Status409Conflict, "There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.", "ABORTED");

    // The texts were never captured.
    public static FakeAnswer Invalid(string message) => GoogleErrors.Create(StatusCodes.Status400BadRequest, message);

    /// <summary>Returns the response with the default body of a status.</summary>
    public static FakeAnswer ForStatus(FakeCall call, int status) => status switch
    {
        StatusCodes.Status403Forbidden => GoogleErrors.Create(status, "User not authorized to perform this action."),
        StatusCodes.Status404NotFound when PubSubRoute.Of(call) is { } route => NotFound(route.Name),
        StatusCodes.Status503ServiceUnavailable => GoogleErrors.Create(status, "The service was unable to fulfill your request. Please try again. [code=8a75]"),
        _ => GoogleErrors.ForStatus(status),
    };
}
