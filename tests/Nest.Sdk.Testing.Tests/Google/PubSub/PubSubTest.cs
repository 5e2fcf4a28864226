using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google.PubSub;

/// <summary>A fake Google whose subscription is pulled over HTTP.</summary>
public abstract class PubSubTest : FakeGoogleTest
{
    internal string Camera => Google.Home.CameraId("Front Door");

    internal string Hallway => ThermostatPath("Hallway");

    internal FakeSubscription Own => Google.Subscriptions.Single(each => each.Name == Google.Subscription);

    /// <summary>Starts a pull that the fake has seen when the task completes.</summary>
    internal async Task<Task<IReadOnlyList<Pulled>>> StartPullAsync(int max = 100, string? subscription = null)
    {
        var pending = Google.PendingPulls;
        var pull = PullAsync(max, subscription);
        await Google.WaitForAsync(google => google.PendingPulls > pending, cancellationToken: Cancellation);
        return pull;
    }

    internal async Task<IReadOnlyList<Pulled>> PullAsync(int max = 100, string? subscription = null, bool isImmediate = false)
    {
        var body = new JsonObject { ["maxMessages"] = max };
        if (isImmediate)
            body["returnImmediately"] = true;

        using var response = await CallAsync("pull", body, subscription);
        var answer = await Json.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return [.. (answer["receivedMessages"] as JsonArray ?? []).Select(each => new Pulled((JsonObject)each!))];
    }

    internal Task<HttpResponseMessage> CallAsync(string verb, JsonObject body, string? subscription = null, string? token = null) =>
        Client.PostJsonAsync($"/v1/{subscription ?? Google.Subscription}:{verb}", body, token);

    internal async Task AcknowledgeAsync(params IEnumerable<Pulled> messages) => await AcceptedAsync("acknowledge", new JsonObject { ["ackIds"] = AckIds(messages) });

    internal Task ModifyAsync(int seconds, params IEnumerable<Pulled> messages) =>
        AcceptedAsync("modifyAckDeadline", new JsonObject { ["ackIds"] = AckIds(messages), ["ackDeadlineSeconds"] = seconds });

    /// <summary>Lists the devices, from which on the user's changes are published.</summary>
    internal Task ListAsync() => Client.GetAsync("/devices");

    private static JsonArray AckIds(IEnumerable<Pulled> messages) => [.. messages.Select(message => (JsonNode)message.AckId)];

    private async Task AcceptedAsync(string verb, JsonObject body)
    {
        using var response = await CallAsync(verb, body);
        var answer = await Json.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode && answer.Count == 0, answer.ToJsonString());
    }
}
