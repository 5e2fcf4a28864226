using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults;

/// <summary>A scripted fault: for a number of calls, or for all calls until it is lifted.</summary>
internal sealed class FaultRule(Fault fault, Calls calls, int? times) : IStreamScript
{
    private readonly TaskCompletionSource _lifted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Fault Fault => fault;

    public Calls Calls => calls;

    IReadOnlyList<IStreamStep> IStreamScript.Steps => fault.Steps;

    /// <summary>The number of remaining calls. Null for a fault that lasts until it is lifted.</summary>
    public int? Left { get; set; } = times;

    /// <summary>Completes when the fault is lifted. Never completes for a fault of a number of calls.</summary>
    public Task Lifted => _lifted.Task;

    public void Lift() => _lifted.TrySetResult();

    public override string ToString() => Left is { } left ? $"{left} x {fault} ({calls})" : $"{fault} ({calls}, lasting)";
}
