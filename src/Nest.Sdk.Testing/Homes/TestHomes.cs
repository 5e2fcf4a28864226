namespace Nest.Sdk.Testing;

/// <summary>Ready-made homes. Each access returns a new home with the same ids.</summary>
public static class TestHomes
{
    /// <summary>
    /// Gets a home with two structures. <c>Home</c> has the thermostats Hallway (<c>heat</c>) and Living Room
    /// (<c>heat-cool</c>), the alarms Kitchen, Bedroom and Basement, and the cameras Front Door and Backyard.
    /// <c>Cabin</c> is away and has the thermostat Den (<c>eco</c>), the alarm Attic and the camera Deck.
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
