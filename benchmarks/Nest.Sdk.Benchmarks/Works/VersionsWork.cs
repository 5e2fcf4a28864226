using System.Diagnostics;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Something that takes the versions of a pair in turn, so that each time has the change.</summary>
/// <param name="pair">The versions; the old one has been taken already.</param>
/// <param name="oneWay">Whether only the way from old to next is timed; the way back is done too.</param>
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
            // By the clock on the wall, which is the fast one to read: some 40 ns beside the tens of microseconds that a model takes.
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
