using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Compares, writes the patch, and commits.</summary>
internal sealed class PatchWork(HomePair pair) : Work
{
    private readonly Utf8JsonDiff _engine = Versions.Start(pair);
    private readonly PatchOutput _output = new(4096);
    private byte[] _coming = pair.Next;
    private byte[] _committed = pair.Old;

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            _output.Clear();
            var changes = _engine.Compare(_coming);
            changes.WritePatch(_output);
            changes.Commit();
            (_coming, _committed) = (_committed, _coming);
        }

        if (_output.Length == 0)
            throw new InvalidOperationException("No patch was written.");
    }
}
