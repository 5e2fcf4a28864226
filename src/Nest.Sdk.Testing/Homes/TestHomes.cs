namespace Nest.Sdk.Testing;

/// <summary>Ready-made homes. Each access returns a new home with the same ids.</summary>
public static class TestHomes
{
    /// <summary>
    /// Two structures: <c>Home</c> with the thermostats Hallway (<c>heat</c>) and Living Room (<c>heat-cool</c>),
    /// alarms in Kitchen, Bedroom and Basement, cameras at Front Door and Backyard; <c>Cabin</c>, away, with the
    /// thermostat Den (<c>eco</c>), an alarm in the Attic and a camera on the Deck.
    /// </summary>
    public static FakeHome House => FakeHome.Empty
        .WithStructure("Home")
        .WithThermostat("Hallway", ambientC: 19.5, targetC: 21)
        .WithThermostat("Living Room", ambientC: 21.5, lowC: 20, highC: 24, mode: "heat-cool")
        .WithProtect("Kitchen")
        .WithProtect("Bedroom")
        .WithProtect("Basement", battery: "replace")
        .WithCamera("Front Door")
        .WithCamera("Backyard", isStreaming: false)
        .WithStructure("Cabin", away: "away")
        .WithThermostat("Den", ambientC: 14, mode: "eco")
        .WithProtect("Attic")
        .WithCamera("Deck");
}
