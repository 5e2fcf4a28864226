using System.Diagnostics;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>An operation over the alternating versions of a pair, so that each run has the change.</summary>
/// <param name="pair">The versions. The old one is already in use.</param>
/// <param name="oneWay">Whether only the step from old to next is timed. The step back runs too.</param>
internal abstract class VersionsWork(HomePair pair, bool oneWay) : Work
{
    private byte[] _coming = pair.Next;
    private byte[] _taken = pair.Old;
    private long _ticks;

    public sealed override TimeSpan Time(int operations)
    {
        if (!oneWay)
            return base.Time(operations);
        _ticks = 0;
        for (var i = 0; i < operations; i++)
        {
            // Uses wall-clock time, which is faster to read: about 40 ns, compared to tens of microseconds for a model.
            var start = Stopwatch.GetTimestamp();
            Do(1);
            _ticks += Stopwatch.GetTimestamp() - start;
            Do(1);
        }

        return Stopwatch.GetElapsedTime(0, _ticks);
    }

    protected sealed override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            Take(_coming);
            (_coming, _taken) = (_taken, _coming);
        }
    }

    protected abstract void Take(byte[] version);
}
