#if WITH_FAKE
namespace Nest.Sdk.Cli.Commands;

/// <summary>How a fake house is run.</summary>
/// <param name="Backend">wwn, sdm or both.</param>
/// <param name="Port">The front port. 0 for a free one.</param>
/// <param name="Redirect">Whether Works with Nest redirects data calls.</param>
/// <param name="RedirectUris">The registered redirect URIs.</param>
internal sealed record FakeHouseOptions(string Backend, int Port, bool Redirect, IReadOnlyList<string> RedirectUris);
#endif
