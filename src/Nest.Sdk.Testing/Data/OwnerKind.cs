namespace Nest.Sdk.Testing.Data;

/// <summary>What can own fields.</summary>
internal enum OwnerKind
{
    Structure,
    Thermostat,
    Protect,
    Camera,
}
