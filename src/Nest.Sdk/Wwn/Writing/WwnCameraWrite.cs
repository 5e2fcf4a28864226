using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Writes the only writable field of a camera, which turns it on or off.</summary>
internal sealed class WwnCameraWrite(CameraIntent intent) : WwnWrite(intent.Path)
{
    private const string Name = "is_streaming";

    public override IReadOnlyList<WriteField> Fields => [new(Name, WriteField.Json(intent.IsStreaming), home => WriteField.JsonOrNull(Find(home)?.IsStreaming))];

    public override IEnumerable<NestRuleCheck> Check(DataModel home) => Find(home) is { } camera
        ? [DeviceRules.Permission(Name, camera.IsStreaming is not null), DeviceRules.Online("camera", camera.IsOnline)]
        : [DeviceRules.Unknown(home, intent.DeviceId, "camera")];

    private Camera? Find(DataModel home) => home.Devices.Cameras.GetValueOrDefault(intent.DeviceId);
}
