using System.Diagnostics;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Compares and commits from old to next; the way back is done too, and not timed.</summary>
/// <remarks>By the clock on the wall, which is the fast one to read: twice an operation adds some 40 ns. That is why faster cases go both ways instead.</remarks>
internal sealed class OneWayWork(HomePair pair) : Work
{
    private readonly Utf8JsonDiff _engine = Versions.Start(pair);
    private long _ticks;

    public override TimeSpan Time(int operations)
    {
        _ticks = 0;
        Do(operations);
        return Stopwatch.GetElapsedTime(0, _ticks);
    }

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _engine.Compare(pair.Next).Commit();
            _ticks += Stopwatch.GetTimestamp() - start;
            _engine.Compare(pair.Old).Commit();
        }
    }
}
