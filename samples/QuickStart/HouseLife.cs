using Nest.Sdk.Testing;

namespace QuickStart;

/// <summary>
/// Simulates life in the fake house: temperatures drift, a person leaves and returns, a camera detects a person.
/// </summary>
internal static class HouseLife
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    public static async Task RunAsync(FakeNestServer nest, CancellationToken cancellationToken)
    {
        try
        {
            for (var moment = 0; ; moment++)
            {
                await Task.Delay(Pause, cancellationToken);
                await NextAsync(nest, moment);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program is ending.
        }
    }

    private static Task NextAsync(FakeNestServer nest, int moment) => (moment % 5) switch
    {
        0 => Warm(nest, "Hallway"),
        1 => SeePerson(nest, "Front Door"),
        2 => nest.SetAsync($"/devices/thermostats/{nest.Home.ThermostatId("Living Room")}/humidity", 40 + (moment % 4 * 5)),
        3 => nest.SetAsync($"/structures/{nest.Home.StructureId("Cabin")}/away", moment % 2 == 1 ? "home" : "away"),
        _ => Warm(nest, "Living Room"),
    };

    private static Task Warm(FakeNestServer nest, string room) => nest.ChangeAsync(home =>
    {
        var path = $"/devices/thermostats/{home.ThermostatId(room)}";
        return home.Set($"{path}/ambient_temperature_c", home.Get($"{path}/ambient_temperature_c")!.GetValue<decimal>() + 0.5m);
    });

    private static Task SeePerson(FakeNestServer nest, string room) => nest.ChangeAsync(home =>
    {
        var lastEvent = home.Get($"/devices/cameras/{home.CameraId(room)}/last_event")!.DeepClone();
        lastEvent["has_person"] = true;
        lastEvent["start_time"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        // No end time: the event is ongoing.
        lastEvent.AsObject().Remove("end_time");
        return home.Set($"/devices/cameras/{home.CameraId(room)}/last_event", lastEvent);
    });
}
