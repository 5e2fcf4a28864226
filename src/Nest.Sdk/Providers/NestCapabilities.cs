using Nest.Sdk.Collections;

namespace Nest.Sdk;

/// <summary>What a backend can do at all, and what each device or structure can do, as far as the last known home shows it.</summary>
/// <remarks>
/// What the backend never has throws <see cref="NestNotSupportedException"/> before any I/O; what one device lacks is a rule of its write (<see cref="NestRuleException"/>).
/// A value belongs to the home it was made for: ask the client again after the home has changed.
/// </remarks>
public sealed class NestCapabilities
{
    private readonly Func<string, NestCapability, bool?> _ofDevice;

    /// <summary>Creates the answer of a client. For tests and clients of your own.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="supported">What the backend can do at all.</param>
    /// <param name="ofDevice">What the device or structure with an id can do: null where the device, or what decides it, is not known; false for what <paramref name="supported"/> lacks. Null, the default: not known for any.</param>
    public NestCapabilities(NestBackend backend, IEnumerable<NestCapability> supported, Func<string, NestCapability, bool?>? ofDevice = null)
    {
        ArgumentNullException.ThrowIfNull(supported);
        Backend = backend;
        Supported = [.. supported];
        _ofDevice = ofDevice ?? (static (_, _) => null);
    }

    /// <summary>The backend.</summary>
    public NestBackend Backend { get; }

    /// <summary>Everything that the backend can do.</summary>
    public EquatableArray<NestCapability> Supported { get; }

    /// <summary>Returns whether the backend can do something at all. Needs no home.</summary>
    /// <param name="capability">The capability.</param>
    /// <returns>False when a call that needs it throws <see cref="NestNotSupportedException"/>, whatever the device.</returns>
    public bool Supports(NestCapability capability) => Supported.Contains(capability);

    /// <summary>Returns whether one device or structure can do something.</summary>
    /// <param name="id">The id of a device or structure, case-sensitive.</param>
    /// <param name="capability">The capability.</param>
    /// <returns>Null when the home is not known yet, has no device or structure with this id, or does not report what decides it.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public bool? Supports(string id, NestCapability capability)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return _ofDevice(id, capability);
    }
}
