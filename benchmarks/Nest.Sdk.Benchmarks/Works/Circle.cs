using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Visits many homes in turn. When the turn of a home comes again, no cache contains it.</summary>
internal abstract class Circle<THome>(Func<THome> make) : Work
{
    /// <summary>With size L, a circle is 116 MB of documents: several times the largest cache.</summary>
    private const int Homes = 1000;

    private readonly THome[] _homes = [.. Enumerable.Range(0, Homes).Select(_ => make())];
    private int _next;

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            Visit(_homes[_next]);
            _next = (_next + 1) % _homes.Length;
        }
    }

    protected abstract void Visit(THome home);
}
