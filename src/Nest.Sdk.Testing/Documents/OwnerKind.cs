namespace Nest.Sdk.Testing.Documents;

/// <summary>The kind of a device or structure.</summary>
internal enum OwnerKind
{
    Structure,
    Thermostat,
    Protect,
    Camera,
}
