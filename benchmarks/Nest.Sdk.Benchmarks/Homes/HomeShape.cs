namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>The size of a home. Devices and rooms are counted per structure.</summary>
internal sealed record HomeShape(int Structures, int Thermostats, int Protects, int Cameras, int Rooms)
{
    /// <summary>A flat: 3.3 KB.</summary>
    public static HomeShape Small { get; } = new(Structures: 1, Thermostats: 1, Protects: 1, Cameras: 0, Rooms: 3);

    /// <summary>A typical house: 15.5 KB.</summary>
    public static HomeShape Medium { get; } = new(Structures: 1, Thermostats: 4, Protects: 4, Cameras: 3, Rooms: 5);

    /// <summary>The most that one structure can hold: 56 KB.</summary>
    public static HomeShape Large { get; } = new(Structures: 1, Thermostats: 18, Protects: 16, Cameras: 10, Rooms: 9);

    /// <summary>Far more than Nest allows: 910 KB.</summary>
    public static HomeShape ExtraLarge { get; } = new(Structures: 12, Thermostats: 24, Protects: 22, Cameras: 13, Rooms: 12);

    public static HomeShape Of(HomeSize size) => size switch
    {
        HomeSize.S => Small,
        HomeSize.M => Medium,
        HomeSize.L => Large,
        _ => ExtraLarge,
    };
}
