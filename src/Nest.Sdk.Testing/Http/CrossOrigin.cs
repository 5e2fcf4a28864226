using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Http;

/// <summary>
/// Lets web pages of any origin talk to the data model: <c>?auth=</c> is there for the EventSource of browsers (section 1), which show a page
/// nothing without these headers. Nobody has captured Nest's own.
/// </summary>
internal static class CrossOrigin
{
    /// <summary>The question a browser asks, without a token, before a call that is not a plain read.</summary>
    public static bool IsPreflight(HttpRequest request, FakeCall call) =>
        HttpMethods.IsOptions(call.Method) && !call.IsOAuth && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    public static void Allow(HttpContext context, FakeCall call)
    {
        if (!call.IsOAuth && context.Request.Headers.Origin.Count > 0)
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
        }
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
