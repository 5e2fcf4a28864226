using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Model;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>What a client without a diff engine does with each document: reads the whole, and compares with the last model, to know whether there is news and to keep what stayed the same.</summary>
internal sealed class WholeModel(HomePair pair, bool oneWay = false) : VersionsWork(pair, oneWay)
{
    private DataModel _last = DataModelReader.Read(pair.Old).Model;

    protected override void Take(byte[] version) => _last = ModelSharing.Share(_last, DataModelReader.Read(version).Model);
}
