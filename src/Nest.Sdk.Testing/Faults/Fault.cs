using Nest.Sdk.Testing.Faults;

namespace Nest.Sdk.Testing;

/// <summary>
/// A fault that <see cref="FakeNestServer.Faults"/> plays on a call. Combine faults with <see cref="Then(Fault)"/>:
/// <c>Fault.Delay(TimeSpan.FromSeconds(5)).Then(Fault.Reset)</c>. A call that a fault does not end gets its regular
/// response.
/// </summary>
public partial class Fault
{
    internal Fault(params IReadOnlyList<FaultStep> steps) => Steps = steps;

    internal IReadOnlyList<FaultStep> Steps { get; }

    /// <summary>Returns this fault followed by another.</summary>
    /// <param name="next">The fault that follows.</param>
    /// <exception cref="ArgumentException">
    /// This fault ends the call, a response would follow its headers, a write would be applied twice, or no call can
    /// have both faults.
    /// </exception>
    public Fault Then(Fault next) => new(FaultOrder.Join(this, next));

    /// <summary>Returns a description of the fault.</summary>
    public override string ToString() => string.Join(", then ", Steps.Select(step => step.Name));
}
