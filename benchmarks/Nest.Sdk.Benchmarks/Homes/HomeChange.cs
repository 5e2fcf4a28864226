namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>What one version of a home changes.</summary>
public enum HomeChange
{
    Identical,

    /// <summary>A humidity, from one number of two digits to another.</summary>
    OneLeaf,

    /// <summary>The structure is left: <c>home</c> becomes <c>away</c> in the first structure. The only one of these that needs no device.</summary>
    Away,

    /// <summary>A temperature, a state and a colour, each with another length.</summary>
    ThreeLeaves,

    /// <summary>Every tenth leaf on the average, anywhere.</summary>
    TenthOfLeaves,

    EveryLeaf,

    /// <summary>A thermostat among the others, and its id in the list of the structure.</summary>
    DeviceAdded,

    DeviceRemoved,

    /// <summary>The members of every object in another order: means the same.</summary>
    Shuffled,

    /// <summary>Indented: means the same.</summary>
    WhiteSpace,
}
