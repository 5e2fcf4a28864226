using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.DependencyInjection;

/// <summary>
/// Makes a client without a token in its options use the token of its account in the container's store.
/// </summary>
internal sealed class StoredTokenByDefault(IServiceProvider services) : IPostConfigureOptions<NestClientOptions>
{
    public void PostConfigure(string? name, NestClientOptions options)
    {
        var account = string.IsNullOrEmpty(name) ? NestAccounts.Default : name;
        foreach (var backend in options.Backends)
            backend.UseStore(services.GetRequiredService<INestTokenStore>, account);
    }
}
