using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Compares the same document again, in an engine that has just adopted another member order.</summary>
internal sealed class AfterShuffleWork : Work
{
    private readonly Utf8JsonDiff _engine;
    private readonly byte[] _again;

    public AfterShuffleWork(HomePair shuffled)
    {
        _engine = Versions.Start(shuffled);
        _engine.Compare(shuffled.Next).Commit();
        _again = [.. shuffled.Next];
    }

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
            _engine.Compare(_again).Commit();
    }
}
