using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>
/// The member of a device that says what only Google knows about it. Works with Nest does not show it. Its members are
/// optional: <see cref="Model"/>, <see cref="Type"/> and <see cref="Traits"/>.
/// </summary>
internal static class GoogleMember
{
    public const string Name = "google";

    /// <summary>The model of a camera, a word of <c>FakeCameraModel</c>.</summary>
    public const string Model = "model";

    /// <summary>The type of the device, such as <c>sdm.devices.types.CAMERA</c>.</summary>
    public const string Type = "type";

    /// <summary>
    /// Traits by their whole name. Each replaces the trait that follows from the home. Null removes the trait.
    /// </summary>
    public const string Traits = "traits";

    private static readonly string[] Kinds = ["cameras", "thermostats"];

    public static bool IsIn(JsonObject root) => Kinds.Any(kind => root["devices"].Child(kind).Items().Any(device => device.Item.ContainsKey(Name)));
}
