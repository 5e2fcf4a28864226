using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google.PubSub;

/// <summary>The faults of the script on calls to Pub/Sub.</summary>
public sealed class PubSubFaultTests : PubSubTest
{
    private static JsonObject One => new() { ["maxMessages"] = 1 };

    [Theory]
    [InlineData(403, "PERMISSION_DENIED", "User not authorized to perform this action.")]
    [InlineData(404, "NOT_FOUND", "Resource not found (resource=nest-client).")]
    [InlineData(503, "UNAVAILABLE", "The service was unable to fulfill your request. Please try again. [code=8a75]")]
    [InlineData(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.")]
    public async Task Status_has_the_body_of_pubsub(int status, string name, string message)
    {
        Google.Faults.Next(Fault.Status(status), Calls.PubSub);
        await ListAsync();
        using var response = await CallAsync("pull", One);

        Assert.Equal(message, await GoogleClient.ErrorAsync(response, status, name));
    }

    [Fact]
    public async Task Answer_of_a_pull_waits_for_a_message_and_comes_slowly()
    {
        Google.Faults.Next(Fault.Slow(50, TimeSpan.FromMilliseconds(1)), Calls.Pulls);
        var pull = await StartPullAsync();
        await Google.PublishAsync("{}");

        await Google.WaitForAsync(_ => pull.IsCompleted, meanwhile: () => Time.Advance(TimeSpan.FromMilliseconds(1)), cancellationToken: Cancellation);
        Assert.Single(await pull);
    }

    [Fact]
    public async Task Message_whose_answer_breaks_off_comes_again()
    {
        await Google.PublishAsync("{}");
        Google.Faults.Next(Fault.CutAfter(10), Calls.Pulls);
        using var cut = await CallAsync("pull", One);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cut.Content.ReadAsStringAsync(Cancellation));
        Assert.Single(Own.InHand);

        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Single(await PullAsync());
    }

    [Fact]
    public async Task Pull_ends_in_503_after_a_wait()
    {
        Google.Faults.Next(Fault.Delay(TimeSpan.FromSeconds(45)).Then(Fault.Status(503)), Calls.Pulls);
        var pull = CallAsync("pull", One);
        await Google.WaitForAsync(google => google.Requests.Count == 1, cancellationToken: Cancellation);
        Time.Advance(TimeSpan.FromSeconds(45));

        using var response = await pull;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Acknowledgement_fails_and_calls_of_the_api_do_not()
    {
        await Google.PublishAsync("{}");
        var message = Assert.Single(await PullAsync());
        Google.Faults.Next(Fault.Reset, Calls.PubSub.Where(request => request.Path.EndsWith(":acknowledge", StringComparison.Ordinal)));
        Google.Faults.Next(Fault.Status(500), Calls.Sdm);

        using var listed = await Client.ReadAsync("/devices");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AcknowledgeAsync(message));
        await AcknowledgeAsync(message);

        Assert.Equal(HttpStatusCode.InternalServerError, listed.StatusCode);
        Assert.Empty(Google.Unacknowledged);
    }

    [Fact]
    public async Task Silent_pull_takes_no_message()
    {
        Google.Faults.Next(Fault.Stall, Calls.Pulls);
        using var leaving = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = Google.PubSubEndpoint };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Google.AccessToken);
        var silent = http.PostAsync(new Uri($"/v1/{Google.Subscription}:pull", UriKind.Relative), new StringContent(One.ToJsonString()), leaving.Token);
        await Google.WaitForAsync(google => google.Requests.Count == 1, cancellationToken: Cancellation);
        await Google.PublishAsync("{}");

        Assert.Single(await PullAsync());
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silent);
    }

    [Fact]
    public async Task Disposal_ends_a_pending_pull()
    {
        var pull = CallAsync("pull", One);
        await Google.WaitForAsync(google => google.PendingPulls == 1, cancellationToken: Cancellation);
        await Google.DisposeAsync();
        try
        {
            using var response = await pull;
            Assert.Equal("{}", (await Json.ReadAsync(response)).ToJsonString());
        }
        catch (HttpRequestException)
        {
            // The connection may be closed before the answer is sent.
        }

        Assert.Equal(0, Google.PendingPulls);
    }
}
