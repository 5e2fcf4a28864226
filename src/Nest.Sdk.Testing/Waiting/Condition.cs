namespace Nest.Sdk.Testing.Waiting;

/// <summary>The wait of a test for a condition on a fake.</summary>
/// <param name="signal">Notified of every change that the condition can see.</param>
/// <param name="hasStopped">Returns whether the fake has stopped, so that its state is final.</param>
internal sealed class Condition(ChangeSignal signal, Func<bool> hasStopped)
{
    /// <summary>Waits until the condition is true. Evaluates it again at each signal.</summary>
    /// <exception cref="ObjectDisposedException">The fake has stopped and the condition is false.</exception>
    /// <exception cref="TimeoutException">The condition was still false at the timeout.</exception>
    public async Task WaitAsync(object fake, Func<bool> condition, WaitTimeout limit, Action? meanwhile, Func<TimeSpan, string> describe)
    {
        while (true)
        {
            var next = signal.Next;
            if (condition())
                return;

            ObjectDisposedException.ThrowIf(hasStopped(), fake);
            if (!await limit.WaitAsync(next, meanwhile).ConfigureAwait(false) && !condition())
                throw new TimeoutException(describe(limit.Limit));
        }
    }
}
