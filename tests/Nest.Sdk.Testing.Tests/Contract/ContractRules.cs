namespace Nest.Sdk.Testing.Tests.Contract;

/// <summary>All rules share one server.</summary>
[CollectionDefinition(nameof(ContractTarget))]
public sealed class ContractRules : ICollectionFixture<ContractTarget>;
