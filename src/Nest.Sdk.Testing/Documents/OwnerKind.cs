namespace Nest.Sdk.Testing.Documents;

/// <summary>What can own fields.</summary>
internal enum OwnerKind
{
    Structure,
    Thermostat,
    Protect,
    Camera,
}
