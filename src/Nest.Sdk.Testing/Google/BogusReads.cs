namespace Nest.Sdk.Testing;

/// <summary>The reads of devices that show a bogus state.</summary>
[Flags]
public enum BogusReads
{
    /// <summary>No read.</summary>
    None = 0,

    /// <summary>Lists of all devices.</summary>
    Lists = 1,

    /// <summary>Reads of a single device.</summary>
    Gets = 2,

    /// <summary>Both.</summary>
    All = Lists | Gets,
}
