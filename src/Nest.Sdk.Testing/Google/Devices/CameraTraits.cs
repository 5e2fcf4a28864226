using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Google.Devices;

/// <summary>
/// The type and traits of a camera, doorbell or display. See docs/protocol/smart-device-management.md#device-types and
/// #camera-traits.
/// </summary>
internal static class CameraTraits
{
    private const string Prefix = "sdm.devices.traits.";

    public static string TypeOf(FakeCameraModel model) => model switch
    {
        FakeCameraModel.LegacyDoorbell or FakeCameraModel.Doorbell => "DOORBELL",
        FakeCameraModel.Display => "DISPLAY",
        _ => "CAMERA",
    };

    public static FakeCameraModel ModelOf(JsonObject camera) => CameraModels.Of(camera[GoogleMember.Name].Child(GoogleMember.Model).Text());

    /// <summary>Returns whether the events of a model belong to threads, as those of the newer models do.</summary>
    public static bool HasThreads(FakeCameraModel model) => model is FakeCameraModel.Camera or FakeCameraModel.Doorbell;

    public static JsonObject Of(JsonObject camera)
    {
        var model = ModelOf(camera);
        var isNew = HasThreads(model);
        var traits = new JsonObject
        {
            [Prefix + "Info"] = new JsonObject { ["customName"] = CustomName(camera) },
            [Prefix + "CameraLiveStream"] = LiveStream(isWebRtc: isNew || model is FakeCameraModel.MigratedCamera),
            [Prefix + "CameraMotion"] = new JsonObject(),
            [Prefix + "CameraPerson"] = new JsonObject(),
        };
        if (!isNew)
        {
            traits[Prefix + "CameraSound"] = new JsonObject();
            traits[Prefix + "CameraEventImage"] = new JsonObject();
            traits[Prefix + "CameraImage"] = new JsonObject { ["maxImageResolution"] = Size(1920, 1200) };
        }

        if (model is FakeCameraModel.Doorbell)
            traits[Prefix + "CameraClipPreview"] = new JsonObject();

        if (model is FakeCameraModel.Doorbell or FakeCameraModel.LegacyDoorbell)
            traits[Prefix + "DoorbellChime"] = new JsonObject();

        return traits;
    }

    /// <summary>
    /// Returns the custom name. Works with Nest fills the name of a camera without one with its room; Google's is
    /// empty.
    /// </summary>
    private static string CustomName(JsonObject camera)
    {
        var name = camera["name"].Text() ?? "";
        return name == camera["where_name"].Text() ? "" : name;
    }

    private static JsonObject LiveStream(bool isWebRtc) => new()
    {
        ["maxVideoResolution"] = Size(640, 480),
        ["videoCodecs"] = new JsonArray("H264"),
        ["audioCodecs"] = new JsonArray(isWebRtc ? "OPUS" : "AAC"),
        ["supportedProtocols"] = new JsonArray(isWebRtc ? "WEB_RTC" : "RTSP"),
    };

    private static JsonObject Size(int width, int height) => new() { ["width"] = width, ["height"] = height };
}
