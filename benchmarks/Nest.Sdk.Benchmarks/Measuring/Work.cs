namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>Something that can be done again and again, and timed.</summary>
internal abstract class Work
{
    /// <summary>Does it so many times.</summary>
    /// <returns>How long it took.</returns>
    public virtual TimeSpan Time(int operations)
    {
        var start = Clock.Now;
        Do(operations);
        return Clock.Now - start;
    }

    /// <summary>The loop is inside, so that no call through a table is part of what is measured.</summary>
    protected abstract void Do(int operations);
}
