using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// The consent page. Accepting sends a code to the client's redirect URI, or shows a PIN when no redirect URI is
/// registered. See docs/protocol/works-with-nest.md#consent-page.
/// </summary>
internal sealed class ConsentPage(RegisteredClient client, CodeRegistry codes, Func<IReadOnlyList<IHomeUser>> users)
{
    public FakeAnswer Answer(FakeCall call)
    {
        string id = call.Query["client_id"].ToString(), state = call.Query["state"].ToString(), uri = call.Query["redirect_uri"].ToString();
        if (id.Length == 0 || state.Length == 0)
            return Refuse($"missing required parameters: {(id.Length == 0 ? "client_id" : "state")}");

        if (id != client.Id || !client.IsActive)
            return Refuse("Oops! Something went wrong.");

        if (uri.Length > 0 && !client.RedirectUris.Contains(uri, StringComparer.Ordinal))
            return OAuthAnswers.Error("redirect_uri not pre-registered", error: "input_data_error");

        var target = uri.Length > 0 ? uri : client.RedirectUris is [var first, ..] ? first : null;
        return HttpMethods.IsPost(call.Method) ? Decide(call, target, state) : Ask();
    }

    private FakeAnswer Ask() => OAuthAnswers.Page(ConsentHtml.Question(client.Terms.Permissions, users()));

    private FakeAnswer Decide(FakeCall call, string? target, string state)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        string Field(string name) => form.GetValueOrDefault(name).ToString();

        if (Field("decision") is not "accept")
        {
            return target is null
                ? OAuthAnswers.Page(ConsentHtml.Message("You have not connected anything."))
                : SendBack(target, ("state", state), ("error", "access_denied"), ("error_description", "The user denied the request."));
        }

        var all = users();
        var number = 1;
        if (Field("user") is { Length: > 0 } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1 || number > all.Count)
            return Refuse("Oops! Something went wrong.");

        var user = all[number - 1];
        if (!user.IsConnected && all.Count(each => each.IsConnected) >= client.MaxUsers)
            return Refuse("Connecting is unavailable: the client has reached its maximum number of users.");

        return target is null
            ? OAuthAnswers.Page(ConsentHtml.Pin(user.IssuePin()))
            : SendBack(target, ("state", state), ("code", codes.IssueCode(user)));
    }

    private static FakeAnswer Refuse(string text) => OAuthAnswers.Page(ConsentHtml.Message(text), StatusCodes.Status400BadRequest);

    private static FakeAnswer SendBack(string target, params IEnumerable<(string Name, string Value)> parameters) => OAuthAnswers.RedirectTo(
        QueryHelpers.AddQueryString(target, parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (string?)parameter.Value))));
}
