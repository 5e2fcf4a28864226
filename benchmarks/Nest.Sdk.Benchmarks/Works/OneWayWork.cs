using System.Diagnostics;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Compares and commits from old to next. The way back runs too, but is not timed.</summary>
/// <remarks>
/// Uses wall-clock time, which is faster to read: twice per operation adds about 40 ns. Faster cases are therefore
/// timed in both directions instead.
/// </remarks>
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
