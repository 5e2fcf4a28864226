namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>What differs between two versions of a home.</summary>
public enum HomeChange
{
    Identical,

    /// <summary>A humidity: from one two-digit number to another.</summary>
    OneLeaf,

    /// <summary>
    /// The user leaves: the first structure changes from <c>home</c> to <c>away</c>. The only change here that needs no
    /// device.
    /// </summary>
    Away,

    /// <summary>A temperature, a state and a color, each with another length.</summary>
    ThreeLeaves,

    /// <summary>Every tenth leaf on average, at random positions.</summary>
    TenthOfLeaves,

    EveryLeaf,

    /// <summary>A thermostat between the others, and its id in the list of the structure.</summary>
    DeviceAdded,

    DeviceRemoved,

    /// <summary>The members of every object in another order, with the same meaning.</summary>
    Shuffled,

    /// <summary>Indented, with the same meaning.</summary>
    WhiteSpace,
}
