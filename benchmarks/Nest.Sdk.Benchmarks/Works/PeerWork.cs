using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Another library or approach. It must find the change each time.</summary>
internal sealed class PeerWork(Func<bool> findsTheChange) : Work
{
    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (!findsTheChange())
                throw new InvalidOperationException("A peer does not find the change.");
        }
    }
}
