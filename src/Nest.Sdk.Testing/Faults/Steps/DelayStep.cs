namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>A wait. The player starts it, so that its time runs from the moment a test can observe it.</summary>
internal sealed class DelayStep(TimeSpan delay) : FaultStep($"wait {delay.TotalSeconds} s")
{
    public override TimeSpan? Wait => delay;

    public Task Start(TimeProvider time, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);
}
