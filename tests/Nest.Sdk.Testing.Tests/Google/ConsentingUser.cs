using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>A user on the partner page.</summary>
internal sealed class ConsentingUser(FakeGoogle google)
{
    /// <summary>The address of the page with all parameters; those given replace the usual ones, and empty ones are omitted.</summary>
    public Uri Page(params (string Name, string Value)[] parameters)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = google.ClientId,
            ["redirect_uri"] = "https://www.google.com",
            ["response_type"] = "code",
            ["scope"] = "https://www.googleapis.com/auth/sdm.service",
            ["access_type"] = "offline",
            ["prompt"] = "consent",
            ["state"] = "state-1",
        };
        foreach (var (name, value) in parameters)
            query[name] = value;

        return new(QueryHelpers.AddQueryString(
            new Uri(google.AuthorizationEndpoint, google.ProjectId + "/auth").AbsoluteUri, query.Where(parameter => parameter.Value is not "")));
    }

    /// <summary>Decides on a page and returns the parameters that come back.</summary>
    public async Task<Dictionary<string, string>> DecideAsync(Uri page, params (string Name, string Value)[] form)
    {
        using var client = new GoogleClient(google);
        using var response = await client.PostAsync(page, form);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return QueryHelpers.ParseQuery(response.Headers.Location!.Query).ToDictionary(each => each.Key, each => each.Value.ToString());
    }

    /// <summary>Grants everything and returns the code.</summary>
    public async Task<string> ConsentAsync(params (string Name, string Value)[] parameters) =>
        (await DecideAsync(Page(parameters), ("decision", "accept")))["code"];
}
