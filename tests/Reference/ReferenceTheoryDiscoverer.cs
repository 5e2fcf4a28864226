using Xunit.Sdk;
using Xunit.v3;

namespace Nest.Sdk.Tests.Reference;

/// <summary>Discovers theories about the payloads of the reference, when they are available.</summary>
public sealed class ReferenceTheoryDiscoverer : TheoryDiscoverer
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        ReferenceFixtures.AreHere ? base.Discover(discoveryOptions, testMethod, factAttribute) : new([]);
}
