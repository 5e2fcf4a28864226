using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>
/// Invented homes of any size, generated from a seed. The JSON is on one line, as the server sends it.
/// </summary>
internal static class HomeDocument
{
    private const int Seed = 1;

    public static byte[] Make(HomeSize size) => Make(HomeShape.Of(size), Seed);

    public static byte[] Make(HomeShape shape) => Make(shape, Seed);

    public static byte[] Make(HomeShape shape, int seed)
    {
        var random = new HomeRandom(seed);
        var token = "c." + random.Id(150);
        JsonObject thermostats = [], protects = [], cameras = [], structures = [];
        for (var i = 0; i < shape.Structures; i++)
        {
            var structure = new HomeStructure(random, shape.Rooms);
            structure.Add("thermostats", thermostats, shape.Thermostats, HomeDevices.Thermostat);
            structure.Add("smoke_co_alarms", protects, shape.Protects, HomeDevices.Protect);
            structure.Add("cameras", cameras, shape.Cameras, (random, device) => HomeDevices.Camera(random, device, token));
            structures[structure.Id] = structure.ToJson();
        }

        var home = new JsonObject
        {
            ["devices"] = new JsonObject { ["thermostats"] = thermostats, ["smoke_co_alarms"] = protects, ["cameras"] = cameras },
            ["structures"] = structures,
            ["metadata"] = new JsonObject { ["access_token"] = token, ["client_version"] = 1, ["user_id"] = "z.1.1." + random.Id(43) },
        };
        return JsonSerializer.SerializeToUtf8Bytes(home);
    }
}
