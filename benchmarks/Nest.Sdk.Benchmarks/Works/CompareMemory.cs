using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>The cost of reading the bytes: compares the document with an equal one in another array.</summary>
internal sealed class CompareMemory(byte[] document) : Work
{
    private readonly byte[] _copy = [.. document];

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (!document.AsSpan().SequenceEqual(_copy))
                throw new InvalidOperationException("A copy differs.");
        }
    }
}
