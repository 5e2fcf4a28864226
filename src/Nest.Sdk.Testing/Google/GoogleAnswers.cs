using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>Creates the responses of Google's endpoints. Google indents its JSON.</summary>
internal static class GoogleAnswers
{
    public static FakeAnswer Json(JsonObject body, int status = StatusCodes.Status200OK) =>
        new(status, Encoding.UTF8.GetBytes(DocumentText.Render(body, indented: true) + "\n"))
        {
            ContentType = "application/json; charset=UTF-8",
            Headers = [("Cache-Control", "private")],
        };

    /// <summary>
    /// Adds the header that names the user. See docs/protocol/smart-device-management.md#hosts-headers-formats.
    /// </summary>
    public static FakeAnswer Of(GoogleAccount account, FakeAnswer answer) => answer with { Headers = [.. answer.Headers, ("user-id", account.Id)] };

    /// <summary>Creates a response of the token endpoint, which no cache may keep.</summary>
    public static FakeAnswer Secret(JsonObject body, int status = StatusCodes.Status200OK) =>
        Json(body, status) with { Headers = [("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")] };

    /// <summary>
    /// Creates an error of the token endpoint. See docs/protocol/smart-device-management.md#authorization-errors.
    /// </summary>
    public static FakeAnswer OAuthError(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Secret(new JsonObject { ["error"] = error, ["error_description"] = description }, status);
}
