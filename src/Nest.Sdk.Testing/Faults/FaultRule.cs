using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults;

/// <summary>A fault that waits for its calls: for some of them, or for all until it is lifted.</summary>
internal sealed class FaultRule(Fault fault, Calls calls, int? times) : IStreamScript
{
    private readonly TaskCompletionSource _lifted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Fault Fault => fault;

    public Calls Calls => calls;

    IReadOnlyList<IStreamStep> IStreamScript.Steps => fault.Steps;

    /// <summary>How many calls are still to come; null while it lasts.</summary>
    public int? Left { get; set; } = times;

    /// <summary>Ends when the fault is over. One that came for a single call never is.</summary>
    public Task Lifted => _lifted.Task;

    public void Lift() => _lifted.TrySetResult();

    public override string ToString() => Left is { } left ? $"{left} x {fault} ({calls})" : $"{fault} ({calls}, lasting)";
}
