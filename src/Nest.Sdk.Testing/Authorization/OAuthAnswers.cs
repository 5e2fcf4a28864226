using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// Creates responses of the authorization endpoints. Their errors have a different format. See
/// docs/protocol/works-with-nest.md#authorization-errors.
/// </summary>
internal static class OAuthAnswers
{
    public static FakeAnswer Error(string description, int status = StatusCodes.Status400BadRequest, string error = "oauth2_error") => Json(status, new JsonObject
    {
        ["error"] = error,
        ["error_description"] = description,
        ["instance_id"] = Guid.NewGuid().ToString(),
    });

    public static FakeAnswer Json(int status, JsonObject body) => Secret(status, body.ToJsonString());

    public static FakeAnswer Page(string html, int status = StatusCodes.Status200OK) => Secret(status, html) with { ContentType = "text/html; charset=utf-8" };

    public static FakeAnswer RedirectTo(string location) =>
        new(StatusCodes.Status302Found, default) { Headers = [("Location", location), ("Cache-Control", "no-store")] };

    private static FakeAnswer Secret(int status, string body) => new(status, Encoding.UTF8.GetBytes(body)) { Headers = [("Cache-Control", "no-store")] };
}
