using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Writing;

/// <summary>A write to a structure or a camera, with its expected effect.</summary>
/// <param name="Text">A description for failed tests.</param>
/// <param name="Send">Sends it.</param>
/// <param name="Take">Records what it changes.</param>
internal sealed record HouseCommand(string Text, Func<INestClient, NestWriteOptions, Task<NestWriteResult>> Send, Action<HouseState> Take)
{
    private static readonly DateTimeOffset Evening = new(2030, 1, 1, 18, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Eta> Arrival = Gen.Select(OneOf("bus", "car", "foot"), Gen.Int[0, 300], OneOf(-11, -5, 0, 2, 13), OneOf(-1, 0, 30)).Select(static (trip, minutes, zone, window) =>
    {
        var begin = Evening.AddMinutes(minutes).ToOffset(TimeSpan.FromHours(zone));
        return new Eta { TripId = trip, EstimatedArrivalWindowBegin = begin, EstimatedArrivalWindowEnd = window < 0 ? null : begin.AddMinutes(window) };
    });

    private static readonly Gen<StructureSettings> Change = Gen.Select(OneOf("", "", "home", "away"), OneOf("", "", "Hütte", "Home \"2\" 🏠"), Gen.Int[0, 3], Arrival).Select(static (away, name, dice, eta) => new StructureSettings
    {
        Away = AwayState.From(away),
        Name = name.Length == 0 ? null : name,
        Eta = dice is 1 or 2 ? eta : null,
        CancelEtaOfTrip = dice == 3 ? eta.TripId : null,
    }).Where(static change => change != new StructureSettings());

    public static Gen<HouseCommand> Any { get; } = Gen.OneOf(Change.Select(OfStructure), Change.Select(OfStructure), Gen.Bool.Select(OfCamera));

    private static HouseCommand OfCamera(bool isStreaming) =>
        new($"streaming {isStreaming}", (client, options) => client.Cameras.SetStreamingAsync(HouseRules.CameraId, isStreaming, options), state => state.IsStreaming = isStreaming);

    private static HouseCommand OfStructure(StructureSettings change) => new($"{change}", (client, options) => client.Structures.SetAsync(HouseRules.StructureId, change, options), state =>
    {
        state.Away = change.Away.IsAbsent ? state.Away : change.Away;
        state.Name = change.Name ?? state.Name;
        if (change.Away == AwayState.Home)
            state.Trips.Clear();
        if (change.Eta is { } eta)
            state.Trips[eta.TripId!] = eta.EstimatedArrivalWindowBegin!.Value;
        else if (change.CancelEtaOfTrip is { } trip)
            state.Trips.Remove(trip);
    });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}

/// <summary>The expected state of a house.</summary>
internal sealed record HouseState
{
    public AwayState Away { get; set; }

    public string? Name { get; set; }

    public bool? IsStreaming { get; set; }

    public Dictionary<string, DateTimeOffset> Trips { get; } = [];

    public void AssertIs(DataModel home)
    {
        var structure = home.Structures[HouseRules.StructureId];
        Assert.Equal((Away, Name, IsStreaming), (structure.Away, structure.Name, home.Devices.Cameras[HouseRules.CameraId].IsStreaming));
        // Only the earliest of several trips is shown.
        Assert.Equal(Trips.Count == 0 ? null : Trips.Values.Min(), structure.EtaBegin);
    }
}
