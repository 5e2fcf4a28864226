using System.Text.Json;
using Nest.Sdk.Model.Wire;
using Nest.Sdk.Tests.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>
/// Each row of the mapping from Works with Nest that events fill: what Google reports, what the document says, and what
/// observers of events get. See docs/protocol/smart-device-management.md#camera-fields.
/// </summary>
public sealed partial class SdmEventMappingTests
{
    private const string Device = SdmSample.Project + "/devices/c1";

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_of_the_last_event(string field, string[] messages, string? expected)
    {
        var home = Home(messages);

        var last = home.Document.GetProperty("devices").GetProperty("cameras").GetProperty("c1").GetProperty("last_event");

        Assert.Equal(expected, last.TryGetProperty(field, out var value) ? value.GetRawText() : null);
        Assert.NotEqual(JsonValueKind.Null, value.ValueKind);
        Assert.NotNull(home.Model.Devices.Cameras["c1"].LastEvent);
    }

    [Theory]
    [MemberData(nameof(ImpossibleFields))]
    public void A_field_of_the_last_event_that_Google_does_not_have_is_absent(string field) => A_field_of_the_last_event(field, [Motion, Ended], null);

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event(string[] messages, string[] expected) => Assert.Equal(expected, Home(messages).Events.Select(Text));

    [Theory]
    [MemberData(nameof(NoLastEvents))]
    public void What_happens_in_front_of_no_camera_is_no_last_event(string message) =>
        Assert.False(Home([message]).Document.GetProperty("devices").GetProperty("cameras").GetProperty("c1").TryGetProperty("last_event", out _));

    /// <summary>Each field of the wire has a row, so a new one cannot be forgotten.</summary>
    [Fact]
    public void Every_field_has_a_row() =>
        Assert.Equal([], CameraEventWire.Type.Fields.Select(static field => field.Name).Except([.. Fields.Select(static row => row.Data.Item1), .. ImpossibleFields.Select(static row => row.Data)]));

    private static FedHome Home(string[] messages)
    {
        var home = new FedHome(SdmSample.Device("c1", """{"CameraMotion":{},"CameraPerson":{},"CameraSound":{},"CameraClipPreview":{},"DoorbellChime":{}}"""));
        foreach (var message in messages)
            Assert.Null(home.Apply(message));
        return home;
    }

    /// <summary>What observers get, in short.</summary>
    private static string Text(NestEvent what) => string.Join(' ', new[]
    {
        what.DeviceId, what.Kind.ToString(), what.Phase.ToString(), what.IsNew ? "new" : "known", $"+{(what.OccurredAt - FedHome.Noon).TotalSeconds:0}s",
        $"session={what.SessionId}", $"id={what.Id}", $"thread={what.ThreadId}", $"zones={string.Join('|', what.Zones)}", $"clip={what.ClipUrl?.Reveal()}",
    });
}
