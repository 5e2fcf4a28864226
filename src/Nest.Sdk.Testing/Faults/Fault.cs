using Nest.Sdk.Testing.Faults;

namespace Nest.Sdk.Testing;

/// <summary>
/// A fault of a call: a value that <see cref="FakeNestServer.Faults"/> plays. Faults are combined with
/// <see cref="Then(Fault)"/>: <c>Fault.Delay(TimeSpan.FromSeconds(5)).Then(Fault.Reset)</c>. A call that a fault does
/// not end gets its regular answer.
/// </summary>
public partial class Fault
{
    internal Fault(params IReadOnlyList<FaultStep> steps) => Steps = steps;

    internal IReadOnlyList<FaultStep> Steps { get; }

    /// <summary>This fault, and another one after it.</summary>
    /// <param name="next">What comes next.</param>
    /// <exception cref="ArgumentException">
    /// Nothing can come after this one, because it ends the call, an answer would come after its headers, a write be
    /// done twice, or no call could have both.
    /// </exception>
    public Fault Then(Fault next) => new(FaultOrder.Join(this, next));

    /// <summary>Returns a description of what it does.</summary>
    public override string ToString() => string.Join(", then ", Steps.Select(step => step.Name));
}
