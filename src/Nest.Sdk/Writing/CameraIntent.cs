using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>Switching a camera on or off: the one field of a camera that can be written.</summary>
internal sealed record CameraIntent(string DeviceId, bool IsStreaming) : WriteIntent
{
    private const string Name = "is_streaming";

    public override string Path { get; } = WritePath.Of("/devices/cameras", DeviceId, "deviceId");

    public override IReadOnlyList<WriteField> Fields(DataModel? home) => [new(Name, WriteField.Json(IsStreaming), known => WriteField.JsonOrNull(Find(known)?.IsStreaming))];

    public override IEnumerable<NestRuleCheck> Check(DataModel home, WriteLimits limits) =>
        Find(home) is { } camera ? [DeviceRules.Permission(Name, camera.IsStreaming is not null), DeviceRules.Online("camera", camera.IsOnline)] : [DeviceRules.Unknown(home, DeviceId, "camera")];

    private Camera? Find(DataModel home) => home.Devices.Cameras.GetValueOrDefault(DeviceId);
}
