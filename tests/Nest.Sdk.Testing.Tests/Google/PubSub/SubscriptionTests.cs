using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google.PubSub;

public sealed class SubscriptionTests : PubSubTest
{
    private string Second => $"projects/{Google.CloudProjectId}/subscriptions/second";

    protected override FakeGoogleOptions Options => new() { AckDeadline = TimeSpan.FromSeconds(60), TokenLifetime = TimeSpan.FromDays(365) };

    [Fact]
    public async Task Each_subscription_gets_each_message()
    {
        await CreateAsync(new JsonObject { ["topic"] = Google.Topic, ["ackDeadlineSeconds"] = 20, ["expirationPolicy"] = new JsonObject() });
        var id = await Google.PublishAsync("{}");

        Assert.Equal(id, Assert.Single(await PullAsync()).MessageId);
        Assert.Equal(id, Assert.Single(await PullAsync(subscription: Second)).MessageId);
        Assert.Equal([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20)], Google.Subscriptions.Select(each => each.AckDeadline));
    }

    [Fact]
    public async Task Settings_are_shown_and_changed()
    {
        var created = await CreateAsync(new JsonObject { ["topic"] = Google.Topic, ["messageRetentionDuration"] = "900s", ["labels"] = new JsonObject { ["a"] = "b" } });
        Assert.Equal(Second, created["name"]!.ToString());
        Assert.Equal("10", created["ackDeadlineSeconds"]!.ToJsonString());
        Assert.Equal("2678400s", created["expirationPolicy"]!["ttl"]!.ToString());
        Assert.Equal("b", created["labels"]!["a"]!.ToString());

        var change = new JsonObject
        {
            ["subscription"] = new JsonObject { ["name"] = Second, ["ackDeadlineSeconds"] = 600, ["expirationPolicy"] = new JsonObject() },
            ["updateMask"] = "ackDeadlineSeconds,expiration_policy",
        };
        using var changed = await SendAsync(HttpMethod.Patch, Second, change);
        var read = await ReadAsync(Second);

        Assert.Equal(read.ToJsonString(), (await Json.ReadAsync(changed)).ToJsonString());
        Assert.Equal("600", read["ackDeadlineSeconds"]!.ToJsonString());
        Assert.Equal("900s", read["messageRetentionDuration"]!.ToString());
        Assert.Equal("{}", read["expirationPolicy"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"subscription":{"topic":"projects/fake-nest-home/topics/other"},"updateMask":"topic"}""")]
    [InlineData("""{"subscription":{"ackDeadlineSeconds":9},"updateMask":"ackDeadlineSeconds"}""")]
    [InlineData("""{"subscription":{"ackDeadlineSeconds":60}}""")]
    [InlineData("""{"updateMask":"ackDeadlineSeconds"}""")]
    public async Task Invalid_change_is_refused(string change)
    {
        using var response = await SendAsync(HttpMethod.Patch, Google.Subscription, (JsonObject)JsonNode.Parse(change)!);
        await GoogleClient.ErrorAsync(response, 400, "INVALID_ARGUMENT");
        Assert.Equal(TimeSpan.FromSeconds(60), Own.AckDeadline);
    }

    [Theory]
    [InlineData("second", """{"topic":"TOPIC","ackDeadlineSeconds":601}""", 400, "INVALID_ARGUMENT")]
    [InlineData("second", """{"topic":"TOPIC","messageRetentionDuration":"599s"}""", 400, "INVALID_ARGUMENT")]
    [InlineData("second", """{"topic":"TOPIC","expirationPolicy":{"ttl":"3600s"}}""", 400, "INVALID_ARGUMENT")]
    [InlineData("second", "{}", 400, "INVALID_ARGUMENT")]
    [InlineData("goog-second", """{"topic":"TOPIC"}""", 400, "INVALID_ARGUMENT")]
    [InlineData("2nd", """{"topic":"TOPIC"}""", 400, "INVALID_ARGUMENT")]
    [InlineData("second", """{"topic":"TOPIC-x"}""", 404, "NOT_FOUND")]
    [InlineData("nest-client", """{"topic":"TOPIC"}""", 409, "ALREADY_EXISTS")]
    public async Task Invalid_subscription_is_refused(string id, string body, int status, string name)
    {
        var text = body.Replace("TOPIC", Google.Topic, StringComparison.Ordinal);
        using var response = await SendAsync(HttpMethod.Put, $"projects/{Google.CloudProjectId}/subscriptions/{id}", (JsonObject)JsonNode.Parse(text)!);
        await GoogleClient.ErrorAsync(response, status, name);
        Assert.Single(Google.Subscriptions);
    }

    [Fact]
    public async Task Deletion_ends_a_pending_pull()
    {
        var pull = CallAsync("pull", new JsonObject { ["maxMessages"] = 1 });
        await Google.WaitForAsync(google => google.PendingPulls == 1, cancellationToken: Cancellation);
        using var deleted = await SendAsync(HttpMethod.Delete, Google.Subscription);
        using var ended = await pull;
        using var again = await SendAsync(HttpMethod.Delete, Google.Subscription);

        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal("Resource not found (resource=nest-client).", await GoogleClient.ErrorAsync(ended, 404, "NOT_FOUND"));
        await GoogleClient.ErrorAsync(again, 404, "NOT_FOUND");
        Assert.Empty(Google.Unacknowledged);
    }

    [Fact]
    public async Task Detached_subscription_cannot_be_pulled()
    {
        var pull = CallAsync("pull", new JsonObject { ["maxMessages"] = 1 });
        await Google.WaitForAsync(google => google.PendingPulls == 1, cancellationToken: Cancellation);
        using var detached = await CallAsync("detach", []);
        using var ended = await pull;
        await Google.PublishAsync("{}");

        await GoogleClient.ErrorAsync(ended, 400, "FAILED_PRECONDITION");
        Assert.Equal("true", (await ReadAsync(Google.Subscription))["detached"]!.ToJsonString());
        Assert.Empty(Google.Unacknowledged);
    }

    [Fact]
    public async Task Seek_acknowledges_what_is_older()
    {
        await Google.PublishAsync("first");
        await PullAsync();
        await Google.PublishAsync("second");
        Time.Advance(TimeSpan.FromSeconds(1));
        var third = await Google.PublishAsync("third");

        using var sought = await CallAsync("seek", new JsonObject { ["time"] = Time.GetUtcNow().ToString("O") });
        using var invalid = await CallAsync("seek", []);

        Assert.Equal(HttpStatusCode.OK, sought.StatusCode);
        await GoogleClient.ErrorAsync(invalid, 400, "INVALID_ARGUMENT");
        Assert.Equal([third], Google.Unacknowledged);
        Assert.Equal(2, Own.Acknowledged.Count);
    }

    [Fact]
    public async Task Old_messages_are_dropped()
    {
        await CreateAsync(new JsonObject { ["topic"] = Google.Topic, ["messageRetentionDuration"] = "900s" });
        await Google.PublishAsync("old");
        Time.Advance(TimeSpan.FromSeconds(899));
        Assert.Single(Google.Subscriptions[1].Waiting);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(Google.Subscriptions[1].Waiting);
        Assert.Single(Google.Unacknowledged);
    }

    [Fact]
    public async Task Idle_subscription_expires_unless_it_is_pulled()
    {
        await CreateAsync(new JsonObject { ["topic"] = Google.Topic });
        Time.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await PullAsync(subscription: Second, isImmediate: true));
        Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(2, Google.Subscriptions.Count);

        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Google.Subscription, Assert.Single(Google.Subscriptions).Name);
    }

    [Fact]
    public async Task Service_account_with_the_scope_pulls()
    {
        await Google.PublishAsync("{}");
        using var response = await CallAsync("pull", new JsonObject { ["maxMessages"] = 1 }, token: await new ServiceAccountToken(Google, Client, Time).IssueAsync(PubSubScope));

        Assert.Single((JsonArray)(await Json.ReadAsync(response))["receivedMessages"]!);
    }

    [Fact]
    public async Task Subscriptions_are_listed()
    {
        Assert.Equal(Google.Subscription, Assert.Single((JsonArray)(await ReadAsync($"projects/{Google.CloudProjectId}/subscriptions"))["subscriptions"]!)!["name"]!.ToString());
        Assert.Equal(Google.Subscription, Assert.Single((JsonArray)(await ReadAsync(Google.Topic + "/subscriptions"))["subscriptions"]!)!.ToString());
    }

    private async Task<JsonObject> CreateAsync(JsonObject body)
    {
        using var response = await SendAsync(HttpMethod.Put, Second, body);
        var created = await Json.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, created.ToJsonString());
        return created;
    }

    private async Task<JsonObject> ReadAsync(string name)
    {
        using var response = await SendAsync(HttpMethod.Get, name);
        return await Json.ReadAsync(response);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string name, JsonObject? body = null) =>
        Client.SendAsync(method, "/v1/" + name, content: body is null ? null : new StringContent(body.ToJsonString()));
}
