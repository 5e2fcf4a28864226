using System.Text.Json;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary><c>nest watch</c> with Google's devices, over a subscription.</summary>
public sealed class GoogleFeedTests : FakeGoogleTest
{
    private const string Chime = "DoorbellChime.Chime";
    private const string Link = "https://nest-camera-frontend.googleapis.com/frontend/v1/clip?auth=a-secret-link";

    private string Gate => Google.Home.CameraId("Gate");

    private string NestFolder => Path.Combine(Tool.ConfigFolder, "nest");

    [Fact]
    public async Task Changes_and_events_arrive_without_a_list_and_a_ring_once()
    {
        await using var pubSub = Connect();
        // The user's token does not read the subscription.
        Tool.Set("NEST_PUBSUB_CREDENTIALS", Tool.File("key.json", Google.ServiceAccountKeyJson));
        await using var watch = Tool.Start("watch", "--json", "--events", "3");
        await watch.JsonAsync("snapshot");
        var lists = Lists.Count();

        pubSub.Publish(Message("t1", Hallway, "\"traits\":{\"sdm.devices.traits.Temperature\":{\"ambientTemperatureCelsius\":23.25}}"));
        var warmer = await watch.JsonAsync();
        pubSub.Publish(Event("r1", Chime), Event("r1", Chime));
        pubSub.Publish(Event("c1", "CameraClipPreview.ClipPreview", session: "r1", more: $""","previewUrl":"{Link}" """), Event("r0", "Novelty.Seen", secondsAgo: 40));

        var rang = await watch.JsonAsync();
        var ring = await watch.LineAsync();
        var end = (await watch.EndAsync()).Exits(0);
        Assert.Equal(23.25, Assert.Single(warmer.GetProperty("changes").EnumerateArray()).GetProperty("value").GetDouble());
        Assert.EndsWith($"/{Gate}/last_event", rang.GetProperty("changes")[0].GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Matches($$"""^{"kind":"event","at":"[^"]+","device":"{{Gate}}","event":"chime","new":true,"phase":"single","id":"e-r1","session":"s-r1","late":false}$""", ring);
        var events = end.Lines.Where(IsEvent).Skip(1).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.Equal([("clip", false), ("sdm.devices.events.Novelty.Seen", true)], events.Select(static what => (what.GetProperty("event").GetString(), what.GetProperty("late").GetBoolean())));
        Assert.False(events[0].TryGetProperty("id", out _));
        Assert.Equal("", end.Error);
        Assert.DoesNotContain("a-secret-link", end.Output, StringComparison.Ordinal);
        AssertNoToken(end);
        Assert.Equal((lists, 0), (Lists.Count(), pubSub.Unacknowledged));
        // No account, no note.
        Assert.Empty(NotesOf(NestFolder));
    }

    [Fact]
    public async Task The_times_of_the_last_events_are_kept_until_the_logout()
    {
        await using var pubSub = Connect();
        Tool.Set("NEST_REFRESH_TOKEN", null);
        (await Tool.RunAsync("auth", "login", "--code", Google.CreateCode("https://www.google.com", SdmScopes.Service, SdmScopes.PubSub))).Exits(0);
        // The account keeps it.
        Tool.Set("NEST_SDM_SUBSCRIPTION", null);
        pubSub.Publish(Event("r1", Chime, secondsAgo: 2));
        (await Tool.RunAsync("devices")).Exits(0);
        Assert.Equal(0, pubSub.Pulls);

        var watch = (await Tool.RunAsync("watch", "--events", "1", "--verbose")).Exits(0);

        Assert.Contains(watch.Lines, static line => line.EndsWith(" Gate: ring", StringComparison.Ordinal));
        AssertNoToken(watch);
        var file = Assert.Single(NotesOf(NestFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var note = await File.ReadAllTextAsync(file);
        Assert.Contains(Gate, note, StringComparison.Ordinal);
        Assert.DoesNotContain("chime", note, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(JsonElement.Parse(note).GetProperty("devices").GetProperty(Gate).GetProperty("latencySeconds").GetDouble(), 1, 60);
        (await Tool.RunAsync("auth", "logout")).Exits(0);
        Assert.Empty(Directory.GetFiles(NestFolder));
    }

    [Fact]
    public async Task What_a_count_did_not_show_is_not_acknowledged_and_comes_again()
    {
        await using var pubSub = Connect();
        pubSub.Publish(Event("r1", Chime), Event("r2", Chime), Event("r3", Chime));

        var first = (await Tool.RunAsync("watch", "--json", "--events", "1")).Exits(0);
        var shown = Assert.Single(SessionsOf(first));
        Assert.Equal(2, pubSub.Unacknowledged);
        pubSub.Expire();
        var second = (await Tool.RunAsync("watch", "--json", "--events", "2")).Exits(0);

        // Pub/Sub does not keep the order.
        Assert.Equal(["s-r1", "s-r2", "s-r3"], SessionsOf(second).Append(shown).Order());
        Assert.Equal(0, pubSub.Unacknowledged);
        Assert.All(second.Lines.Where(IsEvent), static line => Assert.True(JsonElement.Parse(line).GetProperty("new").GetBoolean()));
    }

    [Fact]
    public async Task A_subscription_that_does_not_exist_is_reported_and_the_home_is_polled()
    {
        await using var pubSub = Connect("projects/my-cloud/subscriptions/gone");
        await using var watch = Tool.Start("watch", "--json", "--poll", "15s", "--duration", "50s");
        await watch.JsonAsync("snapshot");
        await Google.SetAsync($"/devices/thermostats/{Hallway}/ambient_temperature_c", 23.25);

        while (!(await watch.JsonAsync("update")).GetRawText().Contains("23.25", StringComparison.Ordinal))
        {
        }

        watch.Interrupt();
        var end = (await watch.EndAsync()).Exits(0);
        var line = Assert.Single(end.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("nest: The subscription cannot be read, so the devices are listed every 15s meanwhile. The subscription projects/my-cloud/subscriptions/gone does not exist", line, StringComparison.Ordinal);
        Assert.Contains("Create a subscription", line, StringComparison.Ordinal);
        Assert.DoesNotContain(end.Lines, static state => state.Contains("\"reconnecting\"", StringComparison.Ordinal));
    }

    private static bool IsEvent(string line) => line.StartsWith("""{"kind":"event""", StringComparison.Ordinal);

    private static string[] SessionsOf(ToolResult watch) => [.. watch.Lines.Where(IsEvent).Select(static line => JsonElement.Parse(line).GetProperty("session").GetString()!)];

    private static string[] NotesOf(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "events.*") : [];

    private PubSubStub Connect(string subscription = PubSubStub.Subscription)
    {
        var pubSub = new PubSubStub();
        Tool.Set("NEST_PUBSUB_ENDPOINT", $"{pubSub.Endpoint}").Set("NEST_SDM_SUBSCRIPTION", subscription);
        return pubSub;
    }

    /// <summary>A message with one event of the doorbell.</summary>
    private string Event(string id, string kind, int secondsAgo = 0, string? session = null, string more = "")
    {
        var entry = kind.EndsWith("ClipPreview", StringComparison.Ordinal) ? "" : $""","eventId":"e-{id}" """;
        return Message(id, Gate, $$"""
            "events":{"sdm.devices.events.{{kind}}":{"eventSessionId":"s-{{session ?? id}}"{{entry}}{{more}} } }
            """, secondsAgo);
    }

    private string Message(string id, string device, string body, int secondsAgo = 0)
    {
        var name = $"enterprises/{Google.ProjectId}/devices/{device}";
        var time = TimeProvider.System.GetUtcNow().AddSeconds(-secondsAgo).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
        return $$"""{"eventId":"{{id}}","timestamp":"{{time}}","resourceUpdate":{"name":"{{name}}",{{body}} },"userId":"AVPHuser","resourceGroup":["{{name}}"]}""";
    }
}
