using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Tests.Sdm.Authorization;

public sealed class PartnerPageTests
{
    private const string Project = "0c1d2e3f-4a5b-6c7d-8e9f-0a1b2c3d4e5f";

    [Fact]
    public void The_page_has_every_parameter()
    {
        using var authorization = Of(options => options.Scopes = [SdmScopes.Service, SdmScopes.PubSub]);

        Assert.Equal(
            $"https://nestservices.google.com/partnerconnections/{Project}/auth?client_id=id.apps&redirect_uri=https%3A%2F%2Fwww.google.com&response_type=code"
            + "&scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fsdm.service%20https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fpubsub&access_type=offline&prompt=consent&state=s%2F1",
            authorization.CreateAuthorizationUri("s/1").AbsoluteUri);
    }

    [Theory]
    [InlineData("https://www.google.com")]
    [InlineData("http://localhost")]
    [InlineData("http://LOCALHOST:80/")]
    [InlineData("https://example.com/a/../b")]
    public void The_redirect_uri_is_sent_as_it_was_written(string redirect)
    {
        using var authorization = Of(options => options.RedirectUri = new Uri(redirect));

        Assert.Contains($"&redirect_uri={Uri.EscapeDataString(redirect)}&", authorization.CreateAuthorizationUri("s").OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://accounts.example/connect")]
    [InlineData("https://accounts.example/connect/")]
    public void Another_endpoint_may_or_may_not_end_with_a_slash(string endpoint)
    {
        using var authorization = Of(options => options.AuthorizationEndpoint = new Uri(endpoint));

        Assert.StartsWith($"https://accounts.example/connect/{Project}/auth?client_id=", authorization.CreateAuthorizationUri("s").AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_attempt_has_an_unguessable_state()
    {
        using var authorization = Of();

        var states = Enumerable.Range(0, 50).Select(_ => authorization.CreateAuthorizationRequest().State).ToList();

        Assert.All(states, state => Assert.Equal(43, state.Length));
        Assert.Equal(50, states.Distinct().Count());
        Assert.Equal(states[0], HttpUtility.ParseQueryString($"state={states[0]}")["state"]);
    }

    [Fact]
    public void Without_pkce_there_is_no_challenge()
    {
        using var authorization = Of();
        var request = authorization.CreateAuthorizationRequest();

        Assert.Null(request.CodeVerifier);
        Assert.DoesNotContain("code_challenge", request.Address.Query, StringComparison.Ordinal);
        Assert.Equal(request.State, HttpUtility.ParseQueryString(request.Address.Query)["state"]);
    }

    [Fact]
    public void With_pkce_the_page_gets_the_hash_and_never_the_verifier()
    {
        using var authorization = Of(options => options.UsePkce = true);
        var request = authorization.CreateAuthorizationRequest();
        var query = HttpUtility.ParseQueryString(request.Address.Query);

        Assert.Equal(43, request.CodeVerifier!.Length);
        Assert.Equal((Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(request.CodeVerifier))), "S256"), (query["code_challenge"], query["code_challenge_method"]));
        Assert.DoesNotContain(request.CodeVerifier, request.Address.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(request.CodeVerifier, request.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => authorization.CreateAuthorizationUri("s"));
    }

    [Fact]
    public void A_missing_setting_is_named()
    {
        using var bare = new SdmAuthorization(new SdmAuthorizationOptions { RedirectUri = new Uri("https://www.google.com") });
        using var unaddressed = Of(options => options.RedirectUri = null);

        Assert.Contains("ProjectId is not set.", Assert.Throws<InvalidOperationException>(bare.CreateAuthorizationRequest).Message, StringComparison.Ordinal);
        Assert.Contains("RedirectUri is not set.", Assert.Throws<InvalidOperationException>(unaddressed.CreateAuthorizationRequest).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ", "ProjectId is blank.")]
    [InlineData("enterprises/x", "ProjectId is 'enterprises/x', which contains a slash. Set it to the id alone")]
    [InlineData("a b", "ProjectId contains white space")]
    [InlineData("project-id", "ProjectId is 'project-id', which is a placeholder.")]
    [InlineData("<project>", "which is a placeholder.")]
    [InlineData("{project-id}", "which is a placeholder.")]
    public void A_project_id_that_cannot_be_one_is_refused(string id, string text)
    {
        var error = Assert.Throws<ArgumentException>(() => Of(options => options.ProjectId = id));

        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:ietf:wg:oauth:2.0:oob", "which Google blocked for all clients on 2023-01-31")]
    [InlineData("http://example.com/", "would send the token in plain text")]
    [InlineData("https://example.com/#here", "has a user, a query or a fragment")]
    public void A_redirect_that_cannot_work_is_refused(string redirect, string text)
    {
        var error = Assert.Throws<ArgumentException>(() => Of(options => options.RedirectUri = new Uri(redirect)));

        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_wrong_options_are_refused()
    {
        Assert.Contains("TokenEndpoint is 'http://example.com/'", Refused(options => options.TokenEndpoint = new Uri("http://example.com/")), StringComparison.Ordinal);
        Assert.Contains("Scopes is empty.", Refused(options => options.Scopes = []), StringComparison.Ordinal);
        Assert.Contains("Scopes contains 'a b'", Refused(options => options.Scopes = ["a b"]), StringComparison.Ordinal);
        Assert.Contains("ClientId is blank", Refused(options => options.ClientId = " "), StringComparison.Ordinal);
        Assert.Contains("ResponseTimeout is 00:00:00", Refused(options => options.ResponseTimeout = TimeSpan.Zero), StringComparison.Ordinal);
    }

    private static string Refused(Action<SdmAuthorizationOptions> change) => Assert.Throws<ArgumentException>(() => Of(change)).Message;

    private static SdmAuthorization Of(Action<SdmAuthorizationOptions>? change = null)
    {
        var options = new SdmAuthorizationOptions { ProjectId = Project, ClientId = "id.apps", ClientSecret = "TESTSECRET", RedirectUri = new Uri("https://www.google.com") };
        change?.Invoke(options);
        return new SdmAuthorization(options);
    }
}
