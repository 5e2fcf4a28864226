using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Model;

namespace Nest.Sdk.Benchmarks;

/// <summary>
/// Reads a whole home into records. The yardstick is a walk over the same tokens that creates nothing.
/// </summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private byte[] _home = [];

    [GlobalSetup]
    public void MakeHome() => _home = HomeDocument.Make(HomeSize.M);

    [Benchmark(Baseline = true)]
    public int Tokenise()
    {
        var reader = new Utf8JsonReader(_home);
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }

    [Benchmark]
    public DataModel Read() => DataModelReader.Read(_home).Model;
}
