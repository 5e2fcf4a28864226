using Nest.Sdk.Collections;

namespace Nest.Sdk;

/// <summary>
/// What a backend supports, and what each device or structure supports according to the last known home.
/// </summary>
/// <remarks>
/// What the backend never supports throws <see cref="NestNotSupportedException"/> before any I/O. What one device does
/// not support is a rule of its write (<see cref="NestRuleException"/>). The values belong to one version of the home:
/// get them again from the client after the home has changed.
/// </remarks>
public sealed class NestCapabilities
{
    private readonly Func<string, NestCapability, bool?> _ofDevice;

    /// <summary>Creates capabilities. For tests and other implementations of a client.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="supported">What the backend supports.</param>
    /// <param name="ofDevice">
    /// Returns what the device or structure with an id supports: null when the device is not known or does not report
    /// the relevant field; false for everything that is not in <paramref name="supported"/>. Default: null, nothing is
    /// known of any device.
    /// </param>
    public NestCapabilities(NestBackend backend, IEnumerable<NestCapability> supported, Func<string, NestCapability, bool?>? ofDevice = null)
    {
        ArgumentNullException.ThrowIfNull(supported);
        Backend = backend;
        Supported = [.. supported];
        _ofDevice = ofDevice ?? (static (_, _) => null);
    }

    /// <summary>The backend.</summary>
    public NestBackend Backend { get; }

    /// <summary>Everything that the backend supports.</summary>
    public EquatableArray<NestCapability> Supported { get; }

    /// <summary>Gets whether the backend supports a capability. Needs no home.</summary>
    /// <param name="capability">The capability.</param>
    /// <returns>
    /// False when every call that needs it throws <see cref="NestNotSupportedException"/>, for any device.
    /// </returns>
    public bool Supports(NestCapability capability) => Supported.Contains(capability);

    /// <summary>Gets whether one device or structure supports a capability.</summary>
    /// <param name="id">The id of a device or structure, case-sensitive.</param>
    /// <param name="capability">The capability.</param>
    /// <returns>
    /// Null when the home is not known yet, has no device or structure with this id, or does not report the relevant
    /// field.
    /// </returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public bool? Supports(string id, NestCapability capability)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return _ofDevice(id, capability);
    }
}
