using Nest.Sdk.Testing.Faults;

namespace Nest.Sdk.Testing;

/// <summary>
/// A <see cref="Fault"/> that a stream can have while it is open, too:
/// <see cref="FaultScript.NowAsync(StreamFault, Calls?)"/> plays it at once.
/// </summary>
public sealed class StreamFault : Fault
{
    internal StreamFault(params IReadOnlyList<FaultStep> steps)
        : base(steps)
    {
    }

    /// <summary>This fault, and another one after it.</summary>
    /// <param name="next">What comes next.</param>
    /// <exception cref="ArgumentException">Nothing can come after this one, because it ends the stream.</exception>
    public StreamFault Then(StreamFault next) => new(FaultOrder.Join(this, next));
}
