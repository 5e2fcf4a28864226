namespace Nest.Sdk.Testing;

/// <summary>
/// The models of cameras that Google distinguishes by their traits. See
/// docs/protocol/smart-device-management.md#device-types.
/// </summary>
public enum FakeCameraModel
{
    /// <summary>A legacy camera in the Nest app: RTSP, event images, motion, person and sound.</summary>
    LegacyCamera,

    /// <summary>A legacy camera after its move to the Home app: WebRTC, and event images that Google refuses.</summary>
    MigratedCamera,

    /// <summary>A newer camera: WebRTC, motion and person.</summary>
    Camera,

    /// <summary>The legacy doorbell ("Hello"): RTSP, event images, motion, person, sound and chime.</summary>
    LegacyDoorbell,

    /// <summary>A newer doorbell: WebRTC, clip previews, motion, person and chime.</summary>
    Doorbell,

    /// <summary>A display with a camera: RTSP, event images, motion, person and sound.</summary>
    Display,
}
