using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>One engine per home, with the two versions that it compares alternately.</summary>
internal sealed class ColdDiff(HomePair pair) : Circle<ColdDiff.Home>(() => new Home(pair))
{
    protected override void Visit(Home home) => home.Diff();

    internal sealed class Home
    {
        private readonly Utf8JsonDiff _engine = new();
        private byte[] _coming;
        private byte[] _committed;

        public Home(HomePair pair)
        {
            (_committed, _coming) = ([.. pair.Old], [.. pair.Next]);
            _engine.Compare(_committed).Commit();
        }

        public void Diff()
        {
            _engine.Compare(_coming).Commit();
            (_coming, _committed) = (_committed, _coming);
        }
    }
}
