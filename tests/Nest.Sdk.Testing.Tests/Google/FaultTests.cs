using System.Net;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>The faults of the script on calls to Google.</summary>
public sealed class FaultTests : FakeGoogleTest
{
    [Fact]
    public async Task Status_has_the_body_of_Google()
    {
        Google.Faults.Next(Fault.Status(503, retryAfter: TimeSpan.FromSeconds(7)));
        using var response = await Client.ReadAsync("/devices");

        Assert.Equal("The service is currently unavailable.", await GoogleClient.ErrorAsync(response, 503, "UNAVAILABLE"));
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Status_of_the_token_endpoint_has_the_body_of_OAuth()
    {
        Google.Faults.Next(Fault.Status(500), Calls.OAuth);
        Assert.NotEmpty(await Client.ListedAsync());
        using var response = await Client.RefreshAsync();

        Assert.Equal("Backend Error", await GoogleClient.OAuthErrorAsync(response, 500, "internal_failure"));
    }

    [Fact]
    public async Task Front_end_answers_with_a_page()
    {
        Google.Faults.Next(Fault.FrontEndPage());
        using var response = await Client.ReadAsync("/devices");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Error 503 (Server Error)!!1", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.FrontEndPage(404));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Html(status: 600));
    }

    [Fact]
    public async Task Answer_is_late_by_the_clock()
    {
        Google.Faults.Next(Fault.Delay(TimeSpan.FromSeconds(30)));
        var call = Client.ReadAsync("/devices");
        await Google.WaitForAsync(google => google.Requests.Count == 1, cancellationToken: Cancellation);
        Assert.False(call.IsCompleted);

        Time.Advance(TimeSpan.FromSeconds(30));
        using var response = await call;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Connection_is_reset_and_a_body_is_cut()
    {
        Google.Faults.Next(Fault.Reset);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client.ReadAsync("/devices"));

        Google.Faults.Next(Fault.CutAfter(10));
        using var cut = await Client.ReadAsync("/devices");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cut.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Body_comes_slowly_and_is_whole()
    {
        Google.Faults.Next(Fault.Slow(200, TimeSpan.FromMilliseconds(1)));
        using var response = await Client.ReadAsync("/structures");
        var body = response.Content.ReadAsStringAsync(Cancellation);

        await Google.WaitForAsync(_ => body.IsCompleted, meanwhile: () => Time.Advance(TimeSpan.FromMilliseconds(1)), cancellationToken: Cancellation);
        Assert.EndsWith("}", (await body).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_selected_by_path_and_token()
    {
        var structures = $"/v1/enterprises/{Google.ProjectId}/structures";
        using var lasting = Google.Faults.While(Fault.Status(500), Calls.Reads.At(structures).By(Google.AccessToken));

        Assert.NotEmpty(await Client.ListedAsync());
        using var failed = await Client.ReadAsync("/structures");
        using var other = await Client.ReadAsync("/structures", Google.User.IssueAccessToken());

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.OK], [failed.StatusCode, other.StatusCode]);
    }

    [Fact]
    public async Task Fault_of_streams_concerns_no_call()
    {
        Google.Faults.Next(Fault.End);
        await Google.Faults.NowAsync(Fault.Reset);

        Assert.NotEmpty(await Client.ListedAsync());
        Assert.Single(Google.Faults.Waiting);
    }

    [Fact]
    public async Task Revocation_by_a_fault_ends_the_grant()
    {
        Google.Faults.Next(Fault.Revoke);
        using var first = await Client.ReadAsync("/devices");
        using var refreshed = await Client.RefreshAsync();

        await GoogleClient.ErrorAsync(first, 401, "UNAUTHENTICATED");
        await GoogleClient.OAuthErrorAsync(refreshed, 400, "invalid_grant");
    }
}
