using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Rules;

namespace Nest.Sdk.Testing.Http;

/// <summary>
/// Creates error responses in the format of the service. Comments mark texts and anchors that were never captured. See
/// docs/protocol/works-with-nest.md#error-bodies.
/// </summary>
internal static class ErrorBodies
{
    private const string TypeBase = "https://developer.nest.com/documentation/cloud/error-messages#";

    // The only known body for a wrong format is from the documentation, which spells the host with an s.
    private const string DocumentationBase = "https://developers.nest.com/documentation/cloud/error-messages#";

    public static FakeAnswer Unauthorized() => Create(StatusCodes.Status401Unauthorized, "auth-error", "unauthorized");

    /// <summary>Returns the response for a refusal.</summary>
    public static FakeAnswer Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => Create(StatusCodes.Status404NotFound, refusal.Code, refusal.Message),
        RefusalKind.WrongFormat => Compose(StatusCodes.Status400BadRequest, DocumentationBase + refusal.Code, refusal.Message, refusal.Details),
        RefusalKind.Blocked => Create(StatusCodes.Status429TooManyRequests, refusal.Code, refusal.Message) with { Headers = RetryAfter(refusal) },
        _ => Create(StatusCodes.Status400BadRequest, refusal.Code, refusal.Message, refusal.Details),
    };

    // Anchor and text were never captured.
    public static FakeAnswer MethodNotAllowed() =>
        Create(StatusCodes.Status405MethodNotAllowed, "unknown", "Method not allowed") with { Headers = [("Allow", "GET, PUT, PATCH")] };

    /// <summary>Returns the response for a failure of the fake itself, not of the simulated service.</summary>
    public static FakeAnswer Failed(string reason) => Create(StatusCodes.Status500InternalServerError, "internal-error", $"The fake failed: {reason}");

    /// <summary>Returns the response with the default body of a status.</summary>
    public static FakeAnswer ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Create(status, "unknown", "Bad request"),
        StatusCodes.Status401Unauthorized => Unauthorized(),
        StatusCodes.Status403Forbidden => Create(status, "forbidden", "Forbidden"),
        StatusCodes.Status404NotFound => Of(Refusal.NotFound),
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed(),
        StatusCodes.Status429TooManyRequests => Of(Refusal.Blocked()),
        StatusCodes.Status500InternalServerError => Create(status, "internal-error", "Internal error"),
        StatusCodes.Status503ServiceUnavailable => Create(status, "service-unavailable", "Service unavailable"),
        < StatusCodes.Status400BadRequest => new FakeAnswer(status, default),
        _ => Create(status, "unknown", "Unknown error"),
    };

    private static IReadOnlyList<(string Name, string Value)> RetryAfter(Refusal refusal) => refusal.RetryAfter is { } wait
        ? [("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))]
        : [];

    private static FakeAnswer Create(int status, string anchor, string message, params IReadOnlyList<(string Name, string Value)> details) =>
        Compose(status, TypeBase + anchor, message, details);

    private static FakeAnswer Compose(int status, string type, string message, params IReadOnlyList<(string Name, string Value)> details)
    {
        var body = new JsonObject
        {
            ["error"] = message,
            ["type"] = type,
            ["message"] = message,
            ["instance"] = Guid.NewGuid().ToString(),
        };
        if (details.Count > 0)
            body["details"] = new JsonObject(details.Select(detail => KeyValuePair.Create(detail.Name, (JsonNode?)detail.Value)));

        return new FakeAnswer(status, Encoding.UTF8.GetBytes(DocumentText.Render(body)));
    }
}
