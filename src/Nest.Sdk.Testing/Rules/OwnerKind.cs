namespace Nest.Sdk.Testing.Rules;

/// <summary>What can own fields.</summary>
internal enum OwnerKind
{
    Structure,
    Thermostat,
    Protect,
    Camera,
}
