namespace Nest.Sdk.Providers;

/// <summary>Turns a camera on or off.</summary>
internal sealed record CameraIntent(string DeviceId, bool IsStreaming) : WriteIntent
{
    public override string Path { get; } = WritePath.Of("/devices/cameras", DeviceId, "deviceId");

    public override IEnumerable<NestCapability> Needs => [NestCapability.CameraSwitch];
}
