using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google.PubSub;

public sealed class PullTests : PubSubTest
{
    [Fact]
    public async Task Pull_waits_for_a_message()
    {
        var pull = await StartPullAsync();
        Assert.False(pull.IsCompleted);

        var id = await Google.PublishAsync("{\"eventId\":\"e-1\"}");
        var message = Assert.Single(await pull);

        Assert.Equal(id, message.MessageId);
        Assert.Equal("e-1", message.EventId);
        Assert.Equal(Time.GetUtcNow(), message.PublishTime);
        Assert.Equal([id], Google.Unacknowledged);
        Assert.Equal(0, Google.PendingPulls);
    }

    [Fact]
    public async Task Pull_without_messages_ends_after_90_s_by_the_clock()
    {
        var pull = await StartPullAsync();
        Time.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(1, Google.PendingPulls);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await pull);
        Assert.Empty(await PullAsync(isImmediate: true));
    }

    [Fact]
    public async Task Message_comes_again_after_its_deadline()
    {
        await Google.PublishAsync("first");
        var first = Assert.Single(await PullAsync());
        var pull = await StartPullAsync();
        Assert.Equal([first.MessageId], Own.InHand);

        Time.Advance(TimeSpan.FromSeconds(10));
        var again = Assert.Single(await pull);

        Assert.Equal(first.MessageId, again.MessageId);
        Assert.NotEqual(first.AckId, again.AckId);
        await AcknowledgeAsync(first);
        Assert.Single(Google.Unacknowledged);
        await AcknowledgeAsync(again);
        Assert.Empty(Google.Unacknowledged);
        Assert.Equal([again.MessageId], Own.Acknowledged);
        Assert.Equal(2, Own.Deliveries);
    }

    [Fact]
    public async Task Deadline_is_extended_and_given_up()
    {
        await Google.PublishAsync("first");
        var first = Assert.Single(await PullAsync());
        await ModifyAsync(60, first);
        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(await PullAsync(isImmediate: true));

        await ModifyAsync(0, first);
        Assert.Equal(first.MessageId, Assert.Single(await PullAsync()).MessageId);
    }

    [Fact]
    public async Task Pull_takes_no_more_than_it_asks_for()
    {
        foreach (var text in (string[])["a", "b", "c"])
            await Google.PublishAsync(text);

        Assert.Equal(2, (await PullAsync(2)).Count);
        Assert.Single(await PullAsync(2));
        Assert.Equal(3, Own.InHand.Count);
    }

    [Fact]
    public async Task Two_pullers_share_the_messages()
    {
        var first = await StartPullAsync(1);
        var second = await StartPullAsync(1);
        await Google.PublishAsync("a");
        await Google.PublishAsync("b");

        Assert.NotEqual(Assert.Single(await first).MessageId, Assert.Single(await second).MessageId);
    }

    [Fact]
    public async Task Pull_of_a_client_that_left_ends()
    {
        using var http = new HttpClient { BaseAddress = Google.PubSubEndpoint };
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{Google.Subscription}:pull") { Content = new StringContent("{\"maxMessages\":1}") };
        request.Headers.Authorization = new("Bearer", Google.AccessToken);
        var pull = http.SendAsync(request, leaving.Token);
        await Google.WaitForAsync(google => google.PendingPulls == 1, cancellationToken: Cancellation);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pull);
        await Google.WaitForAsync(google => google.PendingPulls == 0, cancellationToken: Cancellation);
    }

    [Theory]
    [InlineData("pull", "{}")]
    [InlineData("pull", """{"maxMessages":0}""")]
    [InlineData("pull", "[]")]
    [InlineData("pull", "{")]
    [InlineData("acknowledge", "{}")]
    [InlineData("acknowledge", """{"ackIds":[]}""")]
    [InlineData("acknowledge", """{"ackIds":["never-issued"]}""")]
    [InlineData("modifyAckDeadline", """{"ackIds":["FAKE-ACK-1-1"],"ackDeadlineSeconds":601}""")]
    [InlineData("modifyAckDeadline", """{"ackDeadlineSeconds":10}""")]
    public async Task Invalid_body_is_refused(string verb, string body)
    {
        using var response = await Client.SendAsync(HttpMethod.Post, $"/v1/{Google.Subscription}:{verb}", content: new StringContent(body));
        await GoogleClient.ErrorAsync(response, 400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Call_needs_the_scope_of_pubsub()
    {
        var body = new JsonObject { ["maxMessages"] = 1, ["returnImmediately"] = true };
        using var withoutScope = await CallAsync("pull", body, token: Google.User.IssueAccessToken(SdmScope));
        using var wide = await CallAsync("pull", body, token: Google.User.IssueAccessToken("https://www.googleapis.com/auth/cloud-platform"));
        using var invalid = await CallAsync("pull", body, token: "ya29.none");

        Assert.Equal("Request had insufficient authentication scopes.", await GoogleClient.ErrorAsync(withoutScope, 403, "PERMISSION_DENIED"));
        Assert.Equal(HttpStatusCode.OK, wide.StatusCode);
        await GoogleClient.ErrorAsync(invalid, 401, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Missing_subscription_or_project_is_named()
    {
        var body = new JsonObject { ["maxMessages"] = 1 };
        using var missing = await CallAsync("pull", body, $"projects/{Google.CloudProjectId}/subscriptions/none");
        using var other = await CallAsync("pull", body, $"projects/{Google.ProjectId}/subscriptions/none");

        Assert.Equal("Resource not found (resource=none).", await GoogleClient.ErrorAsync(missing, 404, "NOT_FOUND"));
        Assert.StartsWith("Requested project not found", await GoogleClient.ErrorAsync(other, 404, "NOT_FOUND"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_query_parameters_are_ignored_and_no_quota_counts()
    {
        for (var i = 0; i < 20; i++)
        {
            using var response = await Client.PostJsonAsync($"/v1/{Google.Subscription}:pull?{Uri.EscapeDataString("$alt")}={Uri.EscapeDataString("json;enum-encoding=int")}", new JsonObject { ["maxMessages"] = "5", ["returnImmediately"] = true });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Empty(Google.QuotaViolations);
        Assert.Equal("/v1/" + Google.Subscription + ":pull", Google.Requests[0].Path);
    }
}
