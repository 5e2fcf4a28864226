using BenchmarkDotNet.Attributes;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Peers;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks;

/// <summary>
/// Compares how the engine and other libraries find one leaf of a large home. Each keeps the old version in its own
/// form and receives bytes.
/// </summary>
[MemoryDiagnoser]
public class PeerBenchmarks
{
    private readonly HomePair _pair = HomePair.Make(HomeSize.L, HomeChange.OneLeaf);
    private readonly Utf8JsonDiff _engine = new();
    private readonly Func<bool> _deepEquals;
    private readonly Func<bool> _elements;
    private readonly Func<bool> _nodes;
    private readonly Func<bool> _records;
    private readonly Func<bool> _jsonDiffPatch;
    private readonly Func<bool> _compareNetObjects;
    private byte[] _coming;
    private byte[] _committed;

    public PeerBenchmarks()
    {
        (_committed, _coming) = (_pair.Old, _pair.Next);
        _engine.Compare(_committed).Commit();
        _deepEquals = Peer.DeepEquals(_pair);
        _elements = Peer.WalkElements(_pair);
        _nodes = Peer.WalkNodes(_pair);
        _records = Peer.CompareRecords(_pair);
        _jsonDiffPatch = Peer.JsonDiffPatchNet(_pair);
        _compareNetObjects = Peer.CompareNetObjects(_pair);
    }

    [Benchmark(Baseline = true)]
    public void Engine()
    {
        _engine.Compare(_coming).Commit();
        (_coming, _committed) = (_committed, _coming);
    }

    [Benchmark]
    public bool JsonElementDeepEquals() => _deepEquals();

    [Benchmark]
    public bool JsonElementRecursion() => _elements();

    [Benchmark]
    public bool JsonNodeRecursion() => _nodes();

    [Benchmark]
    public bool WholeDocumentRecords() => _records();

    [Benchmark]
    public bool JsonDiffPatchNet() => _jsonDiffPatch();

    [Benchmark]
    public bool CompareNetObjects() => _compareNetObjects();
}
