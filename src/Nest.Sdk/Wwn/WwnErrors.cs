using System.Net;
using System.Net.Mime;
using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn;

/// <summary>
/// Converts a response of the server, or an error on the stream, into an exception that a caller can handle.
/// </summary>
/// <remarks>
/// Classified by the anchor first and the status second, never by the message. See
/// docs/protocol/works-with-nest.md#error-bodies.
/// </remarks>
internal static class WwnErrors
{
    public static NestException FromResponse(HttpResponseMessage response, ReadOnlyMemory<byte> body, AccessToken token, TimeProvider time)
    {
        var status = response.StatusCode;
        var error = WwnErrorBody.Read(body, token, (int)status);
        var retryAfter = RetryAfterHeader.Read(response, time);
        return error.Anchor switch
        {
            "blocked" => Blocked(error, retryAfter),
            "auth-error" => Denied(error, status),
            "forbidden" => Forbidden(error),
            { } anchor when Kind(anchor) is { } kind => Refused(kind),
            _ when status == HttpStatusCode.TooManyRequests => Blocked(error, retryAfter),
            _ when status == HttpStatusCode.Unauthorized => Denied(error, status),
            _ when status == HttpStatusCode.Forbidden => Forbidden(error),
            _ when error.Whole is null && NotFromNest(response) is { } stranger => Refused(NestRequestFailure.NotNest, $"The server answered {(int)status} with {stranger}. Check the endpoint, and whether the network shows a login page."),
            _ => Refused(Kind(status)),
        };

        NestRequestException Refused(NestRequestFailure kind, string? text = null) => new(text ?? Answered(status, error))
        {
            StatusCode = status,
            RetryAfter = retryAfter,
            Failure = kind,
            ServerError = error.Whole,
        };
    }

    /// <summary>
    /// Creates the error of a response with status 200 that contains an error object. Null when it contains none. See
    /// docs/protocol/works-with-nest.md#writes.
    /// </summary>
    public static NestException? FromSuccess(HttpResponseMessage response, ReadOnlyMemory<byte> body, AccessToken token, TimeProvider time) =>
        WwnErrorBody.Read(body, token).IsError ? FromResponse(response, body, token, time) : null;

    /// <summary>
    /// Gets the failure of a catalogued anchor, independent of the status. Null for other anchors. See
    /// docs/protocol/works-with-nest.md#error-catalogue.
    /// </summary>
    private static NestRequestFailure? Kind(string anchor) => anchor switch
    {
        "not-online" => NestRequestFailure.Offline,
        "not-found" => NestRequestFailure.NotFound,
        "internal-error" or "service-unavailable" => NestRequestFailure.ServerFailure,
        "format-error" or "mode-error" or "incompatible-mode" or "low-high-error" or "range-error" or "no-write-permission" or "safety-shutoff-on"
            or "low-c-value" or "high-c-value" or "low-f-value" or "high-f-value"
            or "low-c-value-4-lock" or "high-c-value-4-lock" or "low-f-value-4-lock" or "high-f-value-4-lock" => NestRequestFailure.Refused,
        _ => null,
    };

    /// <summary>Describes a response that Nest does not send. Null when it may be Nest's.</summary>
    private static string? NotFromNest(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        < 400 => "an unexpected redirect",
        < 500 when ContentTypeHeader.Read(response).Is(MediaTypeNames.Text.Html) => "a web page",
        _ => null,
    };

    private static NestRequestFailure Kind(HttpStatusCode status) => (int)status switch
    {
        404 => NestRequestFailure.NotFound,
        >= 500 => NestRequestFailure.ServerFailure,
        _ => NestRequestFailure.Refused,
    };

    /// <summary>
    /// Creates the error of a successful response with JSON instead of a stream. Null when it is not an error object.
    /// </summary>
    public static NestException? FromStreamResponse(HttpResponseMessage response, ReadOnlyMemory<byte> body, AccessToken token, TimeProvider time) =>
        WwnErrorBody.Read(body, token, (int)response.StatusCode) is { IsError: true } error ? FromStream(error, RetryAfterHeader.Read(response, time)) : null;

    /// <summary>Creates the error from the data of an error event, an error object or text.</summary>
    public static NestException FromStream(ReadOnlySpan<byte> data, AccessToken token) => FromStream(WwnErrorBody.Read(data.ToArray(), token, isText: true));

    /// <summary>
    /// Creates the error from an object on a line of the stream without an event. Null when it is not an error object.
    /// </summary>
    public static NestException? FromBareLine(ReadOnlySpan<byte> json, AccessToken token) =>
        WwnErrorBody.Read(json.ToArray(), token) is { IsError: true } error ? FromStream(error) : null;

    private static NestException FromStream(WwnErrorBody error, TimeSpan? retryAfter = null) => error.Anchor switch
    {
        "blocked" => Blocked(error, retryAfter),
        "auth-error" => Denied(error),
        _ => new NestConnectionException($"The stream reports an error{(error.Text is null ? " without a message" : "")}.{error.Words("Nest")}") { Reason = DisconnectReason.ServerError, ServerError = error.Whole },
    };

    /// <summary>
    /// Creates the error of a revoked token. The data of the event is the token itself and is not read.
    /// </summary>
    public static NestAuthorizationException Revoked() =>
        new("The access token was revoked. Ask the user to authorize again.") { Failure = NestAuthorizationFailure.Revoked };

    private static NestRateLimitException Blocked(WwnErrorBody error, TimeSpan? retryAfter) =>
        new($"Nest blocks this token for now: too many calls. {(retryAfter is { } wait ? $"Wait {TimeText.Seconds(wait)}." : "The server did not report a waiting time.")}{error.Words("Nest")}")
        {
            RetryAfter = retryAfter,
            ServerError = error.Whole,
        };

    private static NestAuthorizationException Denied(WwnErrorBody error, HttpStatusCode? status = null) =>
        new($"Nest refused the access token. Ask the user to authorize again.{error.Words("Nest")}") { ServerError = error.Whole, IsUnauthorized = status == HttpStatusCode.Unauthorized };

    /// <summary>
    /// Creates the error of a valid token without the permission. Another token with the same permissions would not
    /// help. See docs/protocol/works-with-nest.md#errors and #permissions.
    /// </summary>
    private static NestAuthorizationException Forbidden(WwnErrorBody error) =>
        new($"The access token has no permission for this. Check that the product has the permission, and that the user has accepted it.{error.Words("Nest")}") { ServerError = error.Whole };

    /// <summary>Where the status has a remedy, it goes before Nest's own message.</summary>
    private static string Answered(HttpStatusCode status, WwnErrorBody error) => (int)status switch
    {
        404 => $"Nest answered 404: there is nothing at this path, or the token has no permission for it.{error.Words("Nest")}",
        >= 500 => $"Nest answered {(int)status}: the server failed. Try again later.{error.Words("Nest")}",
        _ when error.Text is { } text => $"Nest answered {(int)status}: \"{text}\"{error.Instance}.",
        _ => $"Nest answered {(int)status} without a reason.{error.Words("Nest")}",
    };
}
