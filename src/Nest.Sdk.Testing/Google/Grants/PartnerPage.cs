using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// The page on which a user picks homes and devices and consents: Google's Partner Connections Manager and the consent
/// screen in one. See docs/protocol/smart-device-management.md#authorization-url and #partner-connections-page.
/// </summary>
internal sealed class PartnerPage(GoogleClient client, GoogleCodes codes, Func<IReadOnlyList<GoogleAccount>> accounts)
{
    public FakeAnswer Answer(FakeCall call)
    {
        if (GooglePaths.ProjectOf(call.RawPath) != client.ProjectId)
            return Refuse("Something went wrong. Try again later.");

        if (Query(call, "client_id") != client.Id || !client.IsProjectActive)
            return Refuse($"Can't link to {client.ProjectId}. Contact the developer of this app.");

        var scopes = GoogleScopes.Split(Query(call, "scope"));
        if (scopes.Count == 0)
            return Refuse("Error 400: invalid_request. Missing required parameter: scope");

        if (!client.IsRegistered(Query(call, "redirect_uri")))
            return Refuse("Error 400: redirect_uri_mismatch. The redirect URI in the request is not registered for this client.");

        if (Query(call, "response_type") is not "code")
            return Refuse("Error 400: invalid_request. Missing or invalid parameter: response_type");

        if (scopes.FirstOrDefault(scope => !GoogleScopes.IsKnown(scope)) is { } unknown)
            return Refuse($"Error 400: invalid_scope. Some requested scopes were invalid: {unknown}");

        return HttpMethods.IsPost(call.Method) ? Decide(call, scopes) : OAuthAnswers.Page(PartnerHtml.Question(client.ProjectId, Homes(), scopes));
    }

    private static FakeAnswer Refuse(string text) => OAuthAnswers.Page(PartnerHtml.Message(text), StatusCodes.Status400BadRequest);

    private static string Query(FakeCall call, string name) => call.Query[name].ToString();

    private FakeAnswer Decide(FakeCall call, IReadOnlyList<string> asked)
    {
        var form = new GoogleForm(call);
        if (form["decision"] is not "accept")
            return SendBack(call, ("error", "access_denied"));

        var all = accounts();
        var number = 1;
        if (form["user"] is { Length: > 0 } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1 || number > all.Count)
            return Refuse("Something went wrong. Try again later.");

        var account = all[number - 1];
        var ids = Ids(account);
        if (ids.Count == 0)
            return Refuse($"Can't link to {client.ProjectId}. This account has no home or device.");

        // Without the hidden field the form was not shown: everything is granted.
        var isPicked = form["picked"].Length > 0;
        var scopes = isPicked ? asked.Intersect(form.All("scope"), StringComparer.Ordinal).ToList() : asked;
        if (scopes.Count == 0)
            return SendBack(call, ("error", "access_denied"));

        var picks = isPicked ? new Picks(ids.Except(form.All($"device-{number}"), StringComparer.Ordinal)) : Picks.Everything;
        var code = codes.Issue(new GoogleConsent(account, client.Id, Query(call, "redirect_uri"), scopes, picks)
        {
            IsOffline = Query(call, "access_type") is "offline",
            IsPrompted = Query(call, "prompt").Split(' ').Contains("consent", StringComparer.Ordinal),
            Challenge = Query(call, "code_challenge"),
            ChallengeMethod = Query(call, "code_challenge_method") is { Length: > 0 } method ? method : "plain",
        });
        return SendBack(call, ("code", code), ("scope", string.Join(' ', scopes)));
    }

    private static FakeAnswer SendBack(FakeCall call, params IEnumerable<(string Name, string Value)> parameters)
    {
        var target = QueryHelpers.AddQueryString(
            Query(call, "redirect_uri"), parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (string?)parameter.Value)));
        return OAuthAnswers.RedirectTo(call.Query.ContainsKey("state") ? QueryHelpers.AddQueryString(target, "state", Query(call, "state")) : target);
    }

    private IReadOnlyList<IReadOnlyList<(string Id, string Name)>> Homes() => [.. accounts().Select(Items)];

    private static List<string> Ids(GoogleAccount account) => [.. Items(account).Select(item => item.Id)];

    /// <summary>Returns the structures and devices that a user can pick.</summary>
    private static List<(string Id, string Name)> Items(GoogleAccount account) => account.Home.Read<List<(string, string)>>(root =>
    [
        .. from collection in new[] { root["structures"], root["devices"].Child("thermostats"), root["devices"].Child("cameras") }
           from item in collection.Items()
           select (item.Id, (item.Item["name_long"] ?? item.Item["name"]).Text() ?? item.Id),
    ]);
}
