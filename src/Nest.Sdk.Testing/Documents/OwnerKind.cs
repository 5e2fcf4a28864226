namespace Nest.Sdk.Testing.Documents;

/// <summary>The kinds of devices, and the structure.</summary>
internal enum OwnerKind
{
    Structure,
    Thermostat,
    Protect,
    Camera,
}
