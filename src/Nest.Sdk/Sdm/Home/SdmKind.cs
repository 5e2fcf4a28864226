namespace Nest.Sdk.Sdm.Home;

/// <summary>What a device is. The names are the words that tell devices of one name apart.</summary>
internal enum SdmKind
{
    /// <summary>Neither a thermostat nor a device with a camera. Not part of the document.</summary>
    Other = 0,

    Thermostat,

    Camera,

    Doorbell,

    Display,
}
