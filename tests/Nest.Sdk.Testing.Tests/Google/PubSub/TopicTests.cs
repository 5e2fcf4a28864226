using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google.PubSub;

public sealed class TopicTests : PubSubTest
{
    private const string Grant = """{"bindings":[{"role":"roles/pubsub.publisher","members":["group:sdm-publisher@googlegroups.com"]}]}""";

    [Fact]
    public async Task Topic_is_created_listed_and_deleted()
    {
        var name = $"projects/{Google.CloudProjectId}/topics/second";
        using var created = await Client.SendAsync(HttpMethod.Put, "/v1/" + name, content: new StringContent("{}"));
        using var again = await Client.SendAsync(HttpMethod.Put, "/v1/" + name, content: new StringContent("{}"));
        using var listed = await Client.SendAsync(HttpMethod.Get, $"/v1/projects/{Google.CloudProjectId}/topics");
        using var deleted = await Client.SendAsync(HttpMethod.Delete, "/v1/" + name);
        using var missing = await Client.SendAsync(HttpMethod.Get, "/v1/" + name);

        Assert.Equal(name, (await Json.ReadAsync(created))["name"]!.ToString());
        Assert.Equal("Resource already exists in the project (resource=second).", await GoogleClient.ErrorAsync(again, 409, "ALREADY_EXISTS"));
        Assert.Equal([Google.Topic, name], ((JsonArray)(await Json.ReadAsync(listed))["topics"]!).Select(topic => topic!["name"]!.ToString()));
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal("Resource not found (resource=second).", await GoogleClient.ErrorAsync(missing, 404, "NOT_FOUND"));
    }

    [Fact]
    public async Task Deleted_topic_leaves_its_subscriptions()
    {
        using var deleted = await Client.SendAsync(HttpMethod.Delete, "/v1/" + Google.Topic);
        await Google.PublishAsync("{}");

        Assert.Equal("_deleted-topic_", Own.Topic);
        Assert.Empty(Google.Unacknowledged);
    }

    [Fact]
    public async Task Nothing_is_published_without_the_grant_to_google()
    {
        await ListAsync();
        var policy = await PolicyAsync("getIamPolicy", null);
        Assert.Contains("group:sdm-publisher@googlegroups.com", policy.ToJsonString(), StringComparison.Ordinal);

        await PolicyAsync("setIamPolicy", new JsonObject { ["policy"] = new JsonObject() });
        await Google.SetAsync(Hallway + "/humidity", 41);
        Assert.Empty(Google.Unacknowledged);

        await PolicyAsync("setIamPolicy", new JsonObject { ["policy"] = JsonNode.Parse(Grant) });
        await Google.SetAsync(Hallway + "/humidity", 42);
        Assert.Single(Google.Unacknowledged);
    }

    [Fact]
    public async Task Policy_that_has_changed_since_it_was_read_is_not_replaced()
    {
        var policy = await PolicyAsync("getIamPolicy", null);
        await PolicyAsync("setIamPolicy", new JsonObject { ["policy"] = policy.DeepClone() });
        using var late = await Client.PostJsonAsync($"/v1/{Google.Topic}:setIamPolicy", new JsonObject { ["policy"] = policy });

        await GoogleClient.ErrorAsync(late, 409, "ABORTED");
    }

    [Theory]
    [InlineData("pubsub.subscriptions.consume", true)]
    [InlineData("pubsub.topics.publish", false)]
    public async Task Permissions_are_tested(string permission, bool isOfSubscription)
    {
        var name = isOfSubscription ? Google.Subscription : Google.Topic;
        using var response = await Client.PostJsonAsync($"/v1/{name}:testIamPermissions", new JsonObject { ["permissions"] = new JsonArray(permission) });

        Assert.Equal([permission], ((JsonArray)(await Json.ReadAsync(response))["permissions"]!).Select(each => each!.ToString()));
    }

    [Fact]
    public async Task Publisher_of_its_own_reaches_the_subscription()
    {
        var body = new JsonObject { ["messages"] = new JsonArray(new JsonObject { ["data"] = "e30=" }) };
        using var response = await Client.PostJsonAsync($"/v1/{Google.Topic}:publish", body);
        using var empty = await Client.PostJsonAsync($"/v1/{Google.Topic}:publish", new JsonObject());
        var ids = (JsonArray)(await Json.ReadAsync(response))["messageIds"]!;

        Assert.Equal(ids[0]!.ToString(), Assert.Single(await PullAsync()).MessageId);
        await GoogleClient.ErrorAsync(empty, 400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Console_can_name_another_topic()
    {
        await ListAsync();
        Google.Topic = $"projects/{Google.CloudProjectId}/topics/moved";
        await Google.SetAsync(Hallway + "/humidity", 41);

        Assert.Empty(Google.Unacknowledged);
        Assert.Throws<ArgumentException>(() => Google.Topic = "moved");
    }

    private async Task<JsonObject> PolicyAsync(string verb, JsonObject? body)
    {
        using var response = await Client.SendAsync(
            body is null ? HttpMethod.Get : HttpMethod.Post, $"/v1/{Google.Topic}:{verb}", content: body is null ? null : new StringContent(body.ToJsonString()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Json.ReadAsync(response);
    }
}
