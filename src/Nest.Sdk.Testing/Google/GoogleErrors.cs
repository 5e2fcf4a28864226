using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>
/// Creates the errors of Google's API. Comments mark texts that were never captured. See
/// docs/protocol/smart-device-management.md#errors.
/// </summary>
internal static class GoogleErrors
{
    private const string Service = "smartdevicemanagement.googleapis.com";

    public static FakeAnswer BadToken() => Create(
        StatusCodes.Status401Unauthorized,
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.");

    // General knowledge of Google's platforms, never captured for this API.
    public static FakeAnswer NoToken() => Create(
        StatusCodes.Status401Unauthorized,
        "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
        ErrorInfo("CREDENTIALS_MISSING", Service));

    /// <summary>The response to a token without the scope of a method.</summary>
    public static FakeAnswer ScopeMissing(string service, string method) => Create(
        StatusCodes.Status403Forbidden,
        "Request had insufficient authentication scopes.",
        ErrorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT", service, ("method", method)));

    public static FakeAnswer ScopeMissing(SdmMethod method) => ScopeMissing(Service, $"google.home.enterprise.sdm.v1.SmartDeviceManagementService.{method}");

    public static FakeAnswer NotPermitted() => Create(StatusCodes.Status403Forbidden, "The caller does not have permission");

    public static FakeAnswer ApiDisabled(string cloudProject)
    {
        var page = $"https://console.developers.google.com/apis/api/{Service}/overview?project={cloudProject}";
        var help = new JsonObject
        {
            ["@type"] = "type.googleapis.com/google.rpc.Help",
            ["links"] = new JsonArray(new JsonObject { ["description"] = "Google developers console API activation", ["url"] = page }),
        };
        return Create(
            StatusCodes.Status403Forbidden,
            $"Smart Device Management API has not been used in project {cloudProject} before or it is disabled. Enable it by visiting {page} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.",
            help,
            ErrorInfo("SERVICE_DISABLED", Service, ("consumer", $"projects/{cloudProject}")));
    }

    public static FakeAnswer NoEnterprise() => Create(StatusCodes.Status404NotFound, "Enterprise not found.");

    public static FakeAnswer NoDevice(string name) => Create(StatusCodes.Status404NotFound, $"Device {name} not found.");

    // The texts of structures and rooms were never captured; they follow that of devices.
    public static FakeAnswer NoStructure(string name) => Create(StatusCodes.Status404NotFound, $"Structure {name} not found.");

    public static FakeAnswer NoRoom(string name) => Create(StatusCodes.Status404NotFound, $"Room {name} not found.");

    public static FakeAnswer InvalidArgument() => Create(StatusCodes.Status400BadRequest, "Request contains an invalid argument.");

    public static FakeAnswer RateLimited(string api) => Create(StatusCodes.Status429TooManyRequests, $"Rate limited for the {api} API for the user.");

    /// <summary>The response to a command. This version of the fake has none.</summary>
    public static FakeAnswer NoCommands() => Create(StatusCodes.Status501NotImplemented, "This version of the fake does not execute commands. (The fake, not Google.)");

    public static FakeAnswer Failed(string reason) => Create(StatusCodes.Status500InternalServerError, $"The fake failed: {reason}");

    /// <summary>Returns the HTML page for an address that no API of Google has.</summary>
    public static FakeAnswer UnknownAddress() => new(
        StatusCodes.Status404NotFound,
        Encoding.UTF8.GetBytes("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an error.</ins><p>The requested URL was not found on this server."))
    {
        ContentType = "text/html; charset=UTF-8",
    };

    /// <summary>Returns the response with the default body of a status.</summary>
    public static FakeAnswer ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => InvalidArgument(),
        StatusCodes.Status401Unauthorized => BadToken(),
        StatusCodes.Status403Forbidden => NotPermitted(),
        StatusCodes.Status404NotFound => Create(status, "Requested entity was not found."),
        StatusCodes.Status429TooManyRequests => Create(status, "Resource has been exhausted (e.g. check quota)."),
        StatusCodes.Status500InternalServerError => Create(status, "Internal error encountered."),
        StatusCodes.Status503ServiceUnavailable => Create(status, "The service is currently unavailable."),
        StatusCodes.Status504GatewayTimeout => Create(status, "Deadline expired before operation could complete."),
        < StatusCodes.Status400BadRequest => new FakeAnswer(status, default),
        _ => Create(status, "Unknown error."),
    };

    private static JsonObject ErrorInfo(string reason, string service, params ReadOnlySpan<(string Name, string Value)> metadata)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in metadata)
            fields[name] = value;

        fields["service"] = service;
        return new JsonObject
        {
            ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
            ["reason"] = reason,
            ["domain"] = "googleapis.com",
            ["metadata"] = fields,
        };
    }

    /// <summary>Creates an error whose name does not follow from its status.</summary>
    public static FakeAnswer Create(int status, string message, string name) =>
        GoogleAnswers.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = status, ["message"] = message, ["status"] = name } }, status);

    public static FakeAnswer Create(int status, string message, params JsonNode[] details)
    {
        var error = new JsonObject { ["code"] = status, ["message"] = message, ["status"] = NameOf(status) };
        if (details.Length > 0)
            error["details"] = new JsonArray(details);

        return GoogleAnswers.Json(new JsonObject { ["error"] = error }, status);
    }

    private static string NameOf(int status) => status switch
    {
        400 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        409 => "ABORTED",
        429 => "RESOURCE_EXHAUSTED",
        499 => "CANCELLED",
        500 => "INTERNAL",
        501 => "UNIMPLEMENTED",
        503 => "UNAVAILABLE",
        504 => "DEADLINE_EXCEEDED",
        _ => "UNKNOWN",
    };
}
