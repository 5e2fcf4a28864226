using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Http;

/// <summary>
/// Allows web pages of any origin to access the data model. Without these headers, browsers hide the responses from
/// EventSource, for which <c>?auth=</c> exists. The headers of Nest were never captured. See
/// docs/protocol/works-with-nest.md#hosts-headers-formats.
/// </summary>
internal static class CrossOrigin
{
    /// <summary>Returns whether this is the preflight request of a browser, which has no token.</summary>
    public static bool IsPreflight(HttpRequest request, FakeCall call) =>
        HttpMethods.IsOptions(call.Method) && !call.IsOAuth && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    public static void Allow(HttpContext context, FakeCall call)
    {
        if (!call.IsOAuth && context.Request.Headers.Origin.Count > 0)
            context.Response.Headers.AccessControlAllowOrigin = "*";
    }

    public static FakeAnswer Answer(HttpRequest request) => new(StatusCodes.Status204NoContent, default)
    {
        Headers =
        [
            ("Access-Control-Allow-Methods", "GET, PUT, PATCH, POST"),
            ("Access-Control-Allow-Headers", request.Headers.AccessControlRequestHeaders.ToString() is { Length: > 0 } asked ? asked : "Authorization, Content-Type"),
        ],
    };
}
