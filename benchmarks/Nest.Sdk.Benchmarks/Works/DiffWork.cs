using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>
/// Compares and commits the versions of a pair alternately, so that each comparison finds the change.
/// </summary>
internal sealed class DiffWork(HomePair pair) : Work
{
    private readonly Utf8JsonDiff _engine = Versions.Start(pair);
    private byte[] _coming = pair.Next;
    private byte[] _committed = pair.Old;

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            _engine.Compare(_coming).Commit();
            (_coming, _committed) = (_committed, _coming);
        }
    }
}
