using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.DependencyInjection;

/// <summary>A client whose options have no token takes that of its account from the container's store.</summary>
internal sealed class StoredTokenByDefault(IServiceProvider services) : IPostConfigureOptions<NestClientOptions>
{
    public void PostConfigure(string? name, NestClientOptions options)
    {
        var account = string.IsNullOrEmpty(name) ? NestAccounts.Default : name;
        foreach (var backend in options.Backends)
            backend.UseStore(services.GetRequiredService<INestTokenStore>, account);
    }
}
