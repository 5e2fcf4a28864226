using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks;

/// <summary>
/// Measures each change at each size, with a commit each time. The yardsticks are a comparison of the bytes and a walk
/// over the tokens.
/// </summary>
[MemoryDiagnoser]
public class DiffBenchmarks
{
    private readonly Utf8JsonDiff _engine = new();
    private byte[] _copy = [];
    private byte[] _coming = [];
    private byte[] _committed = [];

    [ParamsAllValues]
    public HomeSize Size { get; set; }

    [ParamsAllValues]
    public HomeChange Change { get; set; }

    [GlobalSetup]
    public void MakeHomes()
    {
        var pair = HomePair.Make(Size, Change);
        (_committed, _coming, _copy) = (pair.Old, pair.Next, [.. pair.Next]);
        _engine.Compare(_committed).Commit();
    }

    [Benchmark(Baseline = true)]
    public bool CompareMemory() => _coming.AsSpan().SequenceEqual(_copy);

    [Benchmark]
    public int Tokenise()
    {
        var reader = new Utf8JsonReader(_coming);
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }

    [Benchmark]
    public int Diff()
    {
        var changes = _engine.Compare(_coming);
        var count = changes.Count;
        changes.Commit();
        // In both directions, so that every call finds the change.
        (_coming, _committed) = (_committed, _coming);
        return count;
    }
}
