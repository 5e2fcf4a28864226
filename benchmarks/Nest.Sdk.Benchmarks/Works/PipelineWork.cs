using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>What the client does with each document: compare, make the next model by the changes or by reading the whole, publish, commit.</summary>
/// <remarks>
/// The pipeline itself and not its steps in an order of our own. So two readings of the clock, its locks, and the value for the subscribers (136 B) are counted too;
/// there is no subscriber, whose thread would be measured along.
/// </remarks>
internal sealed class PipelineWork : VersionsWork
{
    private readonly UpdatePipeline _pipeline = new(new UpdateHub<DataModelChange>(capacity: 1, TimeProvider.System, NullLogger.Instance), includeDocument: false, TimeProvider.System, NullLogger.Instance);
    private readonly Action _known = static () => { };

    /// <exception cref="InvalidOperationException">The pipeline makes another model than reading does: then its speed means nothing.</exception>
    public PipelineWork(HomePair pair, bool oneWay = false)
        : base(pair, oneWay)
    {
        foreach (var version in (byte[][])[pair.Old, pair.Next, pair.Old])
        {
            Take(version);
            if (!DataModelReader.Read(version).Model.Equals(_pipeline.Latest(isStale: false)!.Model))
                throw new InvalidOperationException("The model of the pipeline is not that of the document.");
        }
    }

    protected override void Take(byte[] version) => _pipeline.Take(version, _known, out _);
}
