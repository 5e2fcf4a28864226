using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// Exchanges a PIN or code for a token, once. The parameters may be in the form or the query. Client id and secret may
/// also be sent by Basic authentication. See docs/protocol/works-with-nest.md#token-exchange.
/// </summary>
internal sealed class TokenExchange(RegisteredClient client, CodeRegistry codes, TokenRegistry tokens)
{
    private static readonly string[] Required = ["client_id", "client_secret", "code", "grant_type"];

    public FakeAnswer Answer(FakeCall call)
    {
        var parameters = Read(call);
        if (Array.Find(Required, name => parameters[name].Length == 0) is { } missing)
            return OAuthAnswers.Error($"missing required parameters: {missing}");

        if (parameters["grant_type"] is not "authorization_code")
        {
            // The text was never captured.
            return OAuthAnswers.Error("unsupported grant_type");
        }

        if (parameters["client_id"] != client.Id || parameters["client_secret"] != client.Secret)
            return OAuthAnswers.Error("client secret not found");

        if (!client.IsActive)
        {
            // The heading is known, the text is not.
            return OAuthAnswers.Error("client not active");
        }

        var (user, problem) = codes.Spend(parameters["code"]);
        return user is null ? OAuthAnswers.Error(problem!) : OAuthAnswers.Json(StatusCodes.Status200OK, new JsonObject
        {
            ["access_token"] = user.Connect(),
            ["expires_in"] = (long)tokens.Lifetime.TotalSeconds,
        });
    }

    private static Dictionary<string, string> Read(FakeCall call)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        var basic = ReadBasic(call.AuthorizationHeader);
        return Required.ToDictionary(
            name => name,
            name => First(form.GetValueOrDefault(name), call.Query[name], basic.GetValueOrDefault(name)),
            StringComparer.Ordinal);
    }

    private static string First(params ReadOnlySpan<StringValues> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.ToString() is { Length: > 0 } value)
                return value;
        }

        return "";
    }

    private static Dictionary<string, string> ReadBasic(string? header)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var bytes = new byte[header?.Length ?? 0];
        if (AuthenticationHeaderValue.TryParse(header, out var value)
            && string.Equals(value.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret])
        {
            (found["client_id"], found["client_secret"]) = (id, secret);
        }

        return found;
    }
}
