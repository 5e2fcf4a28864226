namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Waits. The caller starts the timer, so that it runs before a test can observe the wait.</summary>
internal sealed class DelayStep(TimeSpan delay) : FaultStep($"wait {delay.TotalSeconds} s")
{
    public override TimeSpan? Wait => delay;

    public Task Start(TimeProvider time, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);
}
