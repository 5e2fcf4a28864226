using System.Text.Json.Nodes;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>A home that changes at random, in every way a document can.</summary>
internal sealed class RandomHome(Random random)
{
    private readonly string[] _ids = [.. Enumerable.Range(0, 6).Select(i => $"id-{i}")];
    private JsonObject _root = (JsonObject)JsonNode.Parse(
        """
        {"devices":{"thermostats":{"id-0":{"humidity":40,"ambient_temperature_c":19.5,"name":"Hall"}},"smoke_co_alarms":{},"cameras":{}},
         "structures":{"s":{"away":"home","thermostats":["id-0"],"wheres":{"w":{"name":"Hall"}}}},"metadata":{"access_token":"c.ONE","client_version":1}}
        """)!;

    /// <summary>The next document. Sometimes it is equal to the last one.</summary>
    public string Next()
    {
        for (var i = random.Next(4); i >= 0; i--)
            Change();
        return _root.ToJsonString();
    }

    private void Change()
    {
        var thermostats = (JsonObject)_root["devices"]!["thermostats"]!;
        var structure = (JsonObject)_root["structures"]!["s"]!;
        var id = _ids[random.Next(_ids.Length)];
        switch (random.Next(14))
        {
            case 0:
                thermostats[id] = new JsonObject { ["humidity"] = random.Next(100), ["name"] = Text(), ["label"] = null };
                break;
            case 1:
                thermostats.Remove(id);
                break;
            case 2 when thermostats[id] is JsonObject thermostat:
                thermostat["ambient_temperature_c"] = Number();
                break;
            case 3 when thermostats[id] is JsonObject thermostat:
                thermostat[$"unknown/{random.Next(3)}~"] = Value(3);
                break;
            case 4:
                structure["thermostats"] = new JsonArray([.. _ids.Take(random.Next(_ids.Length)).Select(each => JsonValue.Create(each))]);
                break;
            case 5:
                structure["away"] = random.Next(2) == 0 ? "home" : "away";
                break;
            case 6:
                ((JsonObject)structure["wheres"]!)[$"w{random.Next(4)}"] = new JsonObject { ["name"] = Text() };
                break;
            case 7:
                ((JsonObject)_root["devices"]!["cameras"]!)[id] = new JsonObject { ["is_streaming"] = random.Next(2) == 0, ["last_event"] = Value(2) };
                break;
            case 8:
                _root["metadata"] = new JsonObject { ["access_token"] = $"c.{random.Next(9)}", ["client_version"] = random.Next(3) };
                break;
            case 9:
                _root[$"new{random.Next(3)}"] = Value(4);
                break;
            case 10:
                // The same members in another order.
                _root = new JsonObject(_root.ToArray().OrderBy(_ => random.Next()).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
                break;
            case 11:
                _root.Remove($"new{random.Next(3)}");
                break;
            default:
                // The same document again.
                break;
        }
    }

    private JsonNode? Value(int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 or 3 => Number(),
        4 or 5 => Text(),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create($"m{i}", Value(depth - 1)))),
    };

    private JsonNode Number() => JsonNode.Parse(new[] { "20", "20.0", "2e1", "19.5", "0", "-0", "1e-40", "2e-40", "9007199254740993", "1e400" }[random.Next(10)])!;

    private string Text() => new[] { "", "Hall", "a\0b", "ü", "😀", "\\\"/", "c.ONE" }[random.Next(7)];
}
