using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>Homes that follow one subscription, from Google's answers to what subscribers see.</summary>
internal sealed class FeedRig : IAsyncDisposable
{
    public const string Camera = "C1";

    private readonly List<StreamRig> _clients = [];

    public FeedRig()
    {
        Google = new ScriptedGoogle(Time);
        PubSub = new ScriptedPubSub(Time);
        Feed = new SdmFeed(Time);
        Google.Set("structures", """{"structures":[]}""");
        Google.SetDevices(Thermostat(40), Doorbell);
    }

    public SignallingTime Time { get; } = new(hearsChanges: true);

    public ScriptedGoogle Google { get; }

    public ScriptedPubSub PubSub { get; }

    public SdmFeed Feed { get; }

    public static string Doorbell => Device(Camera, $"{Trait("CameraMotion", "")},{Trait("CameraClipPreview", "")},{Trait("DoorbellChime", "")}", "sdm.devices.types.DOORBELL");

    /// <summary>The time of a message that is newer than every list so far.</summary>
    public string Now => At(TimeSpan.Zero);

    public static string Thermostat(int humidity, string id = "D1") =>
        Device(id, $"{Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"COOL\",\"OFF\"]")},{Trait("Humidity", $"\"ambientHumidityPercent\":{humidity}")}");

    public string At(TimeSpan ago) => (Time.GetUtcNow() - ago).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A message with the humidity of a thermostat.</summary>
    public string Humid(string eventId, int percent, string device = "D1", string? time = null) =>
        ScriptedPubSub.Message(eventId, time ?? Now, DeviceName(device), ScriptedPubSub.Traits(Trait("Humidity", $"\"ambientHumidityPercent\":{percent}")));

    /// <summary>A message with events of the doorbell.</summary>
    /// <param name="eventId">The id of the message.</param>
    /// <param name="events">The events by the end of their names, with the fields of their entries.</param>
    /// <param name="thread">The state of the thread.</param>
    /// <param name="time">The time. Null: now.</param>
    public string Event(string eventId, (string Name, string Fields)[] events, string? thread = null, string? time = null)
    {
        var body = string.Join(',', events.Select(static one => $"\"sdm.devices.events.{one.Name}\":{{{one.Fields}}}"));
        var message = ScriptedPubSub.Message(eventId, time ?? Now, DeviceName(Camera), $$"""
            "events":{ {{body}} }
            """);
        return thread is null ? message : message.Insert(1, $"\"eventThreadId\":\"t1\",\"eventThreadState\":\"{thread}\",");
    }

    public string Ring(string eventId, string session, string? thread = null, string? time = null) =>
        Event(eventId, [("DoorbellChime.Chime", $"\"eventSessionId\":\"{session}\",\"eventId\":\"n:1\"")], thread, time);

    /// <summary>Adds a client of the feed.</summary>
    public StreamRig Client(ScriptedGoogle? google = null, bool isOwned = true, IAccessTokenSource? pubSubTokens = null, TimeSpan? relist = null, IAccessTokenSource? tokens = null, bool awaitsDelivery = false)
    {
        StreamRig? client = null;
        client = new StreamRig(linger: TimeSpan.Zero, time: Time, provider: _ => (google ?? Google).Provider(pubSub: PubSub, feed: Feed, isOwned: isOwned, pubSubTokens: pubSubTokens, relist: relist, logger: Logger, tokens: tokens, awaitsDelivery: awaitsDelivery));
        _clients.Add(client);
        return client;
    }

    public Microsoft.Extensions.Logging.Testing.FakeLogger Logger { get; } = new();

    /// <summary>Lets time pass while pulls end without messages, as a server ends them.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var rest = time; rest > TimeSpan.Zero; rest -= TimeSpan.FromSeconds(60))
        {
            await UntilAsync(() => PubSub.PendingPulls == 1);
            Time.Advance(rest < TimeSpan.FromSeconds(60) ? rest : TimeSpan.FromSeconds(60));
            var pulls = PubSub.Pulls;
            PubSub.Answer(System.Net.HttpStatusCode.OK);
            await UntilAsync(() => PubSub.Pulls > pulls);
        }
    }

    /// <summary>Waits until something holds that another thread does soon.</summary>
    public static Task UntilAsync(Func<bool> holds) => Eventually.HoldsAsync(holds);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        Google.Dispose();
        PubSub.Dispose();
    }
}
