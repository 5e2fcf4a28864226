using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Model;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>
/// The work of a client without a diff engine for each document: reads the whole document and compares it with the last
/// model, to detect changes and to keep unchanged objects.
/// </summary>
internal sealed class WholeModel(HomePair pair, bool oneWay = false) : VersionsWork(pair, oneWay)
{
    private DataModel _last = DataModelReader.Read(pair.Old).Model;

    protected override void Take(byte[] version) => _last = ModelSharing.Share(_last, DataModelReader.Read(version).Model);
}
