using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>
/// A permission of a product, as far as a home shows it. Permissions are chosen for the product in the developer
/// console and accepted by each user.
/// </summary>
/// <remarks>
/// Read and read/write look the same in a home; a missing write permission appears when a write is refused. ETA is not
/// included, because Nest sends the same for no permission and for no estimate.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "The word of the API; the permissions of code access that the rule is about are gone.")]
[JsonConverter(typeof(EnumWordConverter<WwnPermission>))]
public enum WwnPermission
{
    /// <summary>Thermostat read, or read/write: the thermostats. The default.</summary>
    Thermostat = 0,

    /// <summary>Smoke+CO alarm read: the Protects.</summary>
    SmokeCoAlarm,

    /// <summary>Camera read, or read/write, with images or without: the cameras.</summary>
    Camera,

    /// <summary>
    /// Camera + images read, or read/write: images, public sharing and activity zones of the cameras.
    /// </summary>
    CameraImages,

    /// <summary>
    /// Away read, or read/write: whether someone is home. Thermostat and Smoke+CO alarm grant it too.
    /// </summary>
    Away,

    /// <summary>Structure read/write: the names of the structures.</summary>
    Structure,

    /// <summary>Postal code read.</summary>
    PostalCode,

    /// <summary>Energy read: Rush Hour Rewards.</summary>
    Energy,

    /// <summary>Security state read.</summary>
    SecurityState,
}
