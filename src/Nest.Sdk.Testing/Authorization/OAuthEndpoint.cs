using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>Token exchange and revocation (sections 2.2 to 2.4). The consent page would be the third door here.</summary>
internal sealed class OAuthEndpoint(TokenBook tokens, Action<string> onRevoked)
{
    public const string ExchangePath = "/oauth2/access_token";
    public const string RevocationFolder = "/oauth2/access_tokens/";

    private const int ExpiresInSeconds = 315_360_000;
    private static readonly string[] Required = ["client_id", "client_secret", "code", "grant_type"];

    public FakeAnswer Answer(FakeCall call)
    {
        var path = call.RawPath.TrimEnd('/');
        if (path is ExchangePath)
        {
            return HttpMethods.IsPost(call.Method) ? Exchange(call) : Error("method not allowed", StatusCodes.Status405MethodNotAllowed);
        }

        return path.StartsWith(RevocationFolder, StringComparison.Ordinal) && HttpMethods.IsDelete(call.Method)
            ? Revoke(Uri.UnescapeDataString(path[RevocationFolder.Length..]))
            : Error("not found", StatusCodes.Status404NotFound);
    }

    private FakeAnswer Exchange(FakeCall call)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        string? Read(string name) => (form.TryGetValue(name, out var value) ? value : call.Query[name]).ToString();

        if (Array.Find(Required, name => string.IsNullOrEmpty(Read(name))) is { } missing)
        {
            return Error($"missing required parameters: {missing}");
        }

        if (Read("grant_type") is not "authorization_code")
        {
            // Text not captured.
            return Error("unsupported grant_type");
        }

        if (!string.Equals(Read("client_id"), tokens.ClientId, StringComparison.Ordinal)
            || !string.Equals(Read("client_secret"), tokens.ClientSecret, StringComparison.Ordinal))
        {
            return Error("client secret not found");
        }

        var (token, problem) = tokens.Exchange(Read("code")!);
        return token is null
            ? Error(problem!)
            : Json(StatusCodes.Status200OK, new JsonObject { ["access_token"] = token, ["expires_in"] = ExpiresInSeconds });
    }

    private FakeAnswer Revoke(string token)
    {
        if (!tokens.Revoke(token))
        {
            return Error("access token not found", StatusCodes.Status404NotFound);
        }

        onRevoked(token);
        return new FakeAnswer(StatusCodes.Status204NoContent, default);
    }

    private static FakeAnswer Error(string description, int status = StatusCodes.Status400BadRequest) => Json(status, new JsonObject
    {
        ["error"] = "oauth2_error",
        ["error_description"] = description,
        ["instance_id"] = Guid.NewGuid().ToString(),
    });

    private static FakeAnswer Json(int status, JsonObject body) => new(status, Encoding.UTF8.GetBytes(body.ToJsonString()));
}
