#if WITH_FAKE
using Nest.Sdk.Testing;

namespace Nest.Sdk.Cli.Commands;

/// <summary>The services of one house that <c>nest fake</c> runs: Works with Nest, Google, or both.</summary>
internal sealed class FakeHouse : IAsyncDisposable
{
    private FakeHouse(FakeNestServer? nest, FakeGoogle? google) => (Nest, Google) = (nest, google);

    /// <summary>The server of Works with Nest. Null when it does not run.</summary>
    public FakeNestServer? Nest { get; }

    /// <summary>The fake Google. Null when it does not run.</summary>
    public FakeGoogle? Google { get; }

    /// <summary>The house as it is.</summary>
    public FakeHome Home => Nest?.Home ?? Google!.Home;

    /// <exception cref="IOException">The port cannot be used.</exception>
    public static async Task<FakeHouse> StartAsync(FakeHome home, FakeHouseOptions options, CancellationToken cancellationToken)
    {
        // It limits no rates, like the other one.
        var ofGoogle = new FakeGoogleOptions { Quotas = null, RedirectUris = options.RedirectUris };
        if (options.Backend == "sdm")
        {
            ofGoogle.Port = options.Port;
            return new FakeHouse(null, await FakeGoogle.StartAsync(home, ofGoogle, cancellationToken));
        }

        var nest = await FakeNestServer.StartAsync(home, new FakeNestServerOptions { Port = options.Port, Redirect = options.Redirect, RedirectUris = options.RedirectUris }, cancellationToken);
        if (options.Backend == "wwn")
            return new FakeHouse(nest, null);
        try
        {
            return new FakeHouse(nest, await FakeGoogle.StartAsync(nest, ofGoogle));
        }
        catch
        {
            await nest.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Google is not null)
            await Google.DisposeAsync();
        if (Nest is not null)
            await Nest.DisposeAsync();
    }
}
#endif
