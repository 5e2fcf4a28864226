using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Failures in the shape of section 12.1. Texts and anchors that no source has captured are plain and marked here.</summary>
internal static class ErrorBodies
{
    private const string TypeBase = "https://developer.nest.com/documentation/cloud/error-messages#";

    public static FakeAnswer Unauthorized() => Create(StatusCodes.Status401Unauthorized, "auth-error", "unauthorized");

    // Text not captured.
    public static FakeAnswer NotFound() => Create(StatusCodes.Status404NotFound, "not-found", "Not found");

    // Anchor and text not captured.
    public static FakeAnswer MethodNotAllowed() =>
        Create(StatusCodes.Status405MethodNotAllowed, "unknown", "Method not allowed") with { Headers = [("Allow", "GET, PUT, PATCH")] };

    // Text and anchor not captured.
    public static FakeAnswer InvalidJson() => Create(StatusCodes.Status400BadRequest, "format-error", "Invalid data; couldn't parse JSON.");

    /// <summary>A refusal whose text is known, or invented where it says so, but whose anchor no source has captured.</summary>
    public static FakeAnswer Uncaptured(string message) => BadRequest("unknown", message);

    /// <summary>For a place that is no field: its text is known, its anchor is not.</summary>
    public static FakeAnswer NotWritable() => Uncaptured("Not writable");

    // The one captured body of this kind is from the documentation, which spells the host with an s and repeats the value as field_name.
    public static FakeAnswer WrongFormat(string temperature)
    {
        const string DocumentationBase = "https://developers.nest.com/documentation/cloud/error-messages#";
        var message = $"Temperature '{temperature}' is in wrong format";
        return Compose(StatusCodes.Status400BadRequest, DocumentationBase + "format-error", message, ("field_name", temperature));
    }

    public static FakeAnswer BadRequest(string anchor, string message, params (string Name, string Value)[] details) =>
        Create(StatusCodes.Status400BadRequest, anchor, message, details);

    /// <summary>The fake itself has failed, not the service that it stands for.</summary>
    public static FakeAnswer Failed(string reason) => Create(StatusCodes.Status500InternalServerError, "internal-error", $"The fake failed: {reason}");

    /// <summary>The body that belongs to a bare status.</summary>
    public static FakeAnswer ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Create(status, "unknown", "Bad request"),
        StatusCodes.Status401Unauthorized => Unauthorized(),
        StatusCodes.Status403Forbidden => Create(status, "forbidden", "Forbidden"),
        StatusCodes.Status404NotFound => NotFound(),
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed(),
        StatusCodes.Status429TooManyRequests => Create(status, "blocked", "blocked"),
        StatusCodes.Status500InternalServerError => Create(status, "internal-error", "Internal error"),
        StatusCodes.Status503ServiceUnavailable => Create(status, "service-unavailable", "Service unavailable"),
        < StatusCodes.Status400BadRequest => new FakeAnswer(status, default),
        _ => Create(status, "unknown", "Unknown error"),
    };

    private static FakeAnswer Create(int status, string anchor, string message, params (string Name, string Value)[] details) =>
        Compose(status, TypeBase + anchor, message, details);

    private static FakeAnswer Compose(int status, string type, string message, params (string Name, string Value)[] details)
    {
        var body = new JsonObject
        {
            ["error"] = message,
            ["type"] = type,
            ["message"] = message,
            ["instance"] = Guid.NewGuid().ToString(),
        };
        if (details.Length > 0)
        {
            body["details"] = new JsonObject(details.Select(detail => KeyValuePair.Create(detail.Name, (JsonNode?)detail.Value)));
        }

        return new FakeAnswer(status, Encoding.UTF8.GetBytes(FakeHome.Render(body)));
    }
}
