namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>An operation that can be repeated and timed.</summary>
internal abstract class Work
{
    /// <summary>Runs the operation this many times.</summary>
    /// <returns>The time that it took.</returns>
    public virtual TimeSpan Time(int operations)
    {
        var start = Clock.Now;
        Do(operations);
        return Clock.Now - start;
    }

    /// <summary>The loop is inside, so that no virtual call is part of the measurement.</summary>
    protected abstract void Do(int operations);
}
