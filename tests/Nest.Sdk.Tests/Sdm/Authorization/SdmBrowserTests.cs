using System.Net.Sockets;
using System.Text;
using System.Web;
using Nest.Sdk.Sdm;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Authorization;

/// <summary>The flow in the browser, with the test as the browser. What the listener does with other requests is in <see cref="Nest.Sdk.Tests.Authorization.BrowserFlowTests"/>.</summary>
public sealed class SdmBrowserTests : SdmOAuthTests
{
    private readonly TaskCompletionSource<Uri> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override void Change(SdmAuthorizationOptions options) => (options.RedirectUri, options.ProjectId, options.UsePkce) = (null, "my-cloud-project", true);

    [Fact]
    public async Task Without_a_redirect_uri_a_free_port_receives_the_code()
    {
        var flow = Start();
        var query = HttpUtility.ParseQueryString((await _page.Task).Query);
        var redirect = new Uri(query["redirect_uri"]!);

        var answer = AskAsync(redirect, $"?state={query["state"]}&code={Uri.EscapeDataString(Code)}&scope={SdmScopes.Service}");
        Assert.False(answer.IsCompleted);
        var form = Form(await AnswerAsync("200 OK", Granted()));

        Assert.Equal(Refresh, (await flow).RefreshToken!.Reveal());
        Assert.Equal($"http://127.0.0.1:{redirect.Port}/", query["redirect_uri"]);
        Assert.Equal((Code, query["redirect_uri"]), (form["code"], form["redirect_uri"]));
        Assert.NotEqual(query["code_challenge"], form["code_verifier"]);
        Assert.Contains("200 OK", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_of_another_attempt_is_refused_and_the_flow_goes_on()
    {
        var flow = Start();
        var query = HttpUtility.ParseQueryString((await _page.Task).Query);
        var redirect = new Uri(query["redirect_uri"]!);

        Assert.Contains("400 Bad Request", await AskAsync(redirect, $"?state=other&code={Code}"), StringComparison.Ordinal);
        Assert.Contains("You declined", await AskAsync(redirect, $"?state={query["state"]}&error=access_denied"), StringComparison.Ordinal);

        Assert.Equal(NestAuthorizationFailure.ConsentDenied, (await Assert.ThrowsAsync<NestAuthorizationException>(() => flow)).Failure);
        Assert.Equal(0, Server.Connections);
    }

    [Fact]
    public async Task A_timeout_says_that_the_project_may_be_of_the_wrong_kind()
    {
        var flow = Start();
        await _page.Task;
        await Time.PassNextWaitAsync(wait => wait == TimeSpan.FromMinutes(5));

        var error = await Assert.ThrowsAsync<NestAuthorizationException>(() => flow);

        Assert.Equal(NestAuthorizationFailure.TimedOut, error.Failure);
        Assert.Contains("The project id 'my-cloud-project' is not a UUID, so it may be the id of the Google Cloud project.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_https_redirect_cannot_be_received_on_this_machine()
    {
        using var authorization = new SdmAuthorization(new SdmAuthorizationOptions { ProjectId = Project, ClientId = "id", ClientSecret = Secret, RedirectUri = new Uri("https://www.google.com") });

        Assert.Contains("which is not an address on the user's machine", (await Assert.ThrowsAsync<InvalidOperationException>(() => authorization.AuthorizeInBrowserAsync())).Message, StringComparison.Ordinal);
    }

    private Task<NestToken> Start() => Authorization.AuthorizeInBrowserAsync(
        new NestBrowserOptions
        {
            OpenPage = (page, _) =>
            {
                _page.SetResult(page);
                return Task.CompletedTask;
            },
        },
        TestContext.Current.CancellationToken);

    private static async Task<string> AskAsync(Uri redirect, string query)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(redirect.Host, redirect.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"GET /{query} HTTP/1.1\r\nHost: {redirect.Authority}\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync().WaitAsync(Patience.Limit);
    }
}
