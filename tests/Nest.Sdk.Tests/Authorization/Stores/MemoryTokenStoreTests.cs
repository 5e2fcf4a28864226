namespace Nest.Sdk.Tests.Authorization.Stores;

public sealed class MemoryTokenStoreTests : TokenStoreTests
{
    protected override INestTokenStore Store { get; } = new MemoryTokenStore();

    protected override Task CheckAgainAsync() => Task.CompletedTask;
}
