using Nest.Sdk.Testing.Faults;

namespace Nest.Sdk.Testing;

/// <summary>
/// A <see cref="Fault"/> that can also be played on an open stream, with
/// <see cref="FaultScript.NowAsync(StreamFault, Calls?)"/>.
/// </summary>
public sealed class StreamFault : Fault
{
    internal StreamFault(params IReadOnlyList<FaultStep> steps)
        : base(steps)
    {
    }

    /// <summary>Returns this fault followed by another.</summary>
    /// <param name="next">The fault that follows.</param>
    /// <exception cref="ArgumentException">This fault ends the stream, so no other fault can follow it.</exception>
    public StreamFault Then(StreamFault next) => new(FaultOrder.Join(this, next));
}
