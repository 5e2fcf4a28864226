using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults;

/// <summary>A fault that waits for its calls: for a number of them, or for all until it is lifted.</summary>
internal sealed class FaultRule(Fault fault, Calls calls, int? times) : IStreamScript
{
    private readonly TaskCompletionSource _lifted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Fault Fault => fault;

    public Calls Calls => calls;

    IReadOnlyList<IStreamStep> IStreamScript.Steps => fault.Steps;

    /// <summary>How many calls are still to come; null while it lasts.</summary>
    public int? Left { get; set; } = times;

    /// <summary>Completes when the fault is over. It never completes for a fault of single calls.</summary>
    public Task Lifted => _lifted.Task;

    public void Lift() => _lifted.TrySetResult();

    public override string ToString() => Left is { } left ? $"{left} x {fault} ({calls})" : $"{fault} ({calls}, lasting)";
}
