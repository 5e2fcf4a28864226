using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Tests.Google.PubSub;

namespace Nest.Sdk.Testing.Tests.Google.Publishing;

/// <summary>What happens at cameras and doorbells, as messages.</summary>
public sealed class CameraEventTests : PubSubTest
{
    private const string Prefix = "sdm.devices.events.";

    protected override FakeHome House => FakeHome.Empty
        .WithStructure("Home")
        .WithCamera("Porch", model: FakeCameraModel.Doorbell)
        .WithCamera("Front Door", model: FakeCameraModel.LegacyDoorbell)
        .WithCamera("Garage", model: FakeCameraModel.Camera)
        .WithCamera("Kitchen");

    [Fact]
    public async Task Event_of_a_newer_model_is_a_thread()
    {
        await ListAsync();
        await HappensAsync("Porch", new JsonObject { ["has_motion"] = true, ["start_time"] = "2026-12-01T08:00:00.000Z" });
        await Google.SetAsync(Last("Porch") + "/has_person", true);
        Time.Advance(TimeSpan.FromSeconds(20));
        await Google.SetAsync(Last("Porch") + "/end_time", "2026-12-01T08:00:20.000Z");

        var messages = await PullAsync();
        Assert.Equal(["STARTED", "UPDATED", "ENDED"], messages.Select(message => message.Content["eventThreadState"]!.ToString()));
        Assert.Single(messages.Select(message => message.Content["eventThreadId"]!.ToString()).Distinct());
        Assert.Equal([Prefix + "CameraMotion.Motion"], messages[0].Events!.Select(entry => entry.Key));
        Assert.Equal([Prefix + "CameraMotion.Motion", Prefix + "CameraPerson.Person"], messages[1].Events!.Select(entry => entry.Key));
        Assert.Equal(messages[0].Events!.First().Value!.ToJsonString(), messages[1].Events!.First().Value!.ToJsonString());

        var clip = (JsonObject)messages[2].Events![Prefix + "CameraClipPreview.ClipPreview"]!;
        Assert.Equal(["eventSessionId", "previewUrl"], clip.Select(field => field.Key));
        Assert.StartsWith(Google.SdmEndpoint.AbsoluteUri, clip["previewUrl"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Time.GetUtcNow(), messages[2].Timestamp);
    }

    [Fact]
    public async Task Event_of_a_legacy_model_stands_alone_and_has_sound()
    {
        await ListAsync();
        await HappensAsync("Kitchen", new JsonObject { ["has_sound"] = true, ["start_time"] = "2026-12-01T08:00:00.000Z" });
        await Google.SetAsync(Last("Kitchen") + "/has_person", true);
        await Google.SetAsync(Last("Kitchen") + "/end_time", "2026-12-01T08:00:20.000Z");

        var messages = await PullAsync();
        Assert.Equal([Prefix + "CameraSound.Sound", Prefix + "CameraPerson.Person"], messages.Select(message => Assert.Single(message.Events!).Key));
        Assert.Single(messages.Select(message => message.Events!.First().Value!["eventSessionId"]!.ToString()).Distinct());
        Assert.All(messages, message => Assert.False(message.Content.ContainsKey("eventThreadId")));
    }

    [Fact]
    public async Task Newer_model_has_no_sound_and_a_camera_no_clip()
    {
        await ListAsync();
        await HappensAsync("Garage", new JsonObject { ["has_sound"] = true, ["start_time"] = "2026-12-01T08:00:00.000Z" });
        Assert.Empty(Google.Unacknowledged);

        await HappensAsync("Garage", new JsonObject { ["has_motion"] = true, ["start_time"] = "2026-12-01T08:01:00.000Z", ["end_time"] = "2026-12-01T08:01:10.000Z" });
        Assert.Equal(["STARTED", "ENDED"], (await PullAsync()).Select(message => $"{message.Content["eventThreadState"]}{(message.Events!.Count == 1 ? "" : " with a clip")}"));
    }

    [Fact]
    public async Task Flags_alone_begin_and_end_an_event()
    {
        await ListAsync();
        await Google.SetAsync(Last("Garage") + "/has_person", true);
        await Google.ChangeAsync(home => home.Set(Last("Garage") + "/has_person", false).Set(Last("Garage") + "/has_motion", false));

        Assert.Equal(["STARTED", "ENDED"], (await PullAsync()).Select(message => message.Content["eventThreadState"]!.ToString()));
    }

    [Fact]
    public async Task Ring_of_a_newer_doorbell_starts_and_ends_one_thread()
    {
        await ListAsync();
        await Google.RingAsync(Google.Home.CameraId("Porch"));

        var messages = await PullAsync();
        Assert.Equal(["STARTED", "ENDED"], messages.Select(message => message.Content["eventThreadState"]!.ToString()));
        Assert.Equal([1, 2], messages.Select(message => message.Events!.Count));
        Assert.Single(messages.Select(message => message.Events![Prefix + "DoorbellChime.Chime"]!.ToJsonString()).Distinct());
    }

    [Fact]
    public async Task Ring_of_a_legacy_doorbell_is_one_message()
    {
        await Google.RingAsync(Camera);
        await ListAsync();
        await Google.RingAsync(Camera);
        using (Google.WithoutEvents())
            await Google.RingAsync(Camera);

        Assert.Equal([Prefix + "DoorbellChime.Chime"], Assert.Single(await PullAsync()).Events!.Select(entry => entry.Key));
        await Assert.ThrowsAsync<ArgumentException>(() => Google.RingAsync(Google.Home.CameraId("Kitchen")));
    }

    private string Last(string camera) => $"/devices/cameras/{Google.Home.CameraId(camera)}/last_event";

    private Task HappensAsync(string camera, JsonObject last) => Google.SetAsync(Last(camera), last);
}
