using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>A fake Google over the ready-made house by a fake clock, and a client.</summary>
public abstract class FakeGoogleTest : IAsyncLifetime
{
    protected const string SdmScope = "https://www.googleapis.com/auth/sdm.service";
    protected const string PubSubScope = "https://www.googleapis.com/auth/pubsub";

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));

    protected FakeGoogle Google { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal GoogleClient Client { get; private set; } = null!;

    protected virtual FakeHome House => TestHomes.House;

    protected virtual FakeGoogleOptions Options => new();

    public async ValueTask InitializeAsync()
    {
        var options = Options;
        options.TimeProvider = Time;
        Google = await FakeGoogle.StartAsync(House, options, Cancellation);
        Client = new GoogleClient(Google);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Google.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected string ThermostatPath(string name) => "/devices/thermostats/" + Google.Home.ThermostatId(name);
}
