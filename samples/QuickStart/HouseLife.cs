using Nest.Sdk.Testing;

namespace QuickStart;

/// <summary>
/// Simulates life in the fake house: temperatures drift, a person leaves and returns, a camera detects a person.
/// </summary>
internal static class HouseLife
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    /// <param name="change">Changes the house: <see cref="FakeNestServer.ChangeAsync"/> or <see cref="FakeGoogle.ChangeAsync"/>.</param>
    /// <param name="cancellationToken">Ends the life.</param>
    public static async Task RunAsync(Func<Func<FakeHome, FakeHome>, Task> change, CancellationToken cancellationToken)
    {
        try
        {
            for (var moment = 0; ; moment++)
            {
                await Task.Delay(Pause, cancellationToken);
                await change(home => Next(home, moment));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program is ending.
        }
    }

    private static FakeHome Next(FakeHome home, int moment) => (moment % 5) switch
    {
        0 => Warm(home, "Hallway"),
        1 => SeePerson(home, "Front Door"),
        2 => home.Set($"/devices/thermostats/{home.ThermostatId("Living Room")}/humidity", 40 + (moment % 4 * 5)),
        3 => home.Set($"/structures/{home.StructureId("Cabin")}/away", moment % 2 == 1 ? "home" : "away"),
        _ => Warm(home, "Living Room"),
    };

    private static FakeHome Warm(FakeHome home, string room)
    {
        var path = $"/devices/thermostats/{home.ThermostatId(room)}";
        return home.Set($"{path}/ambient_temperature_c", home.Get($"{path}/ambient_temperature_c")!.GetValue<decimal>() + 0.5m);
    }

    private static FakeHome SeePerson(FakeHome home, string room)
    {
        var lastEvent = home.Get($"/devices/cameras/{home.CameraId(room)}/last_event")!.DeepClone();
        lastEvent["has_person"] = true;
        lastEvent["start_time"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        // No end time: the event is ongoing.
        lastEvent.AsObject().Remove("end_time");
        return home.Set($"/devices/cameras/{home.CameraId(room)}/last_event", lastEvent);
    }
}
