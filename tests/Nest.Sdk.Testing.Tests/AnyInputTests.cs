using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests;

/// <summary>Any home and any call: the fake keeps its contract. Each seed is a reproducible story.</summary>
public sealed class AnyInputTests : FakeServerTest
{
    private const int Steps = 150;

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "15", "21.5", "1e5", "1e400", "\"\"", "\"home\"", "\"away\"", "\"heat\"", "\"eco\"", "\"off\"", "\"F\"",
        "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00+14:00\"", "{}", "[]", "[1]", """{"a":{"b":1}}""", "99999999999999999999999999999", """{"":1}""",
        """{"trip_id":"t","estimated_arrival_window_begin":0}""",
        """{"trip_id":"t","estimated_arrival_window_begin":"2030-01-01T00:00:00Z","estimated_arrival_window_end":"9999-12-31T23:59:59-14:00"}""",
    ];

    private static readonly string[] Fields =
    [
        "hvac_mode", "previous_hvac_mode", "label", "name", "structure_id", "is_online", "can_cool", "has_fan", "fan_timer_active", "fan_timer_timeout",
        "fan_timer_duration", "temperature_scale", "target_temperature_c", "target_temperature_f", "target_temperature_low_c", "target_temperature_high_f",
        "ambient_temperature_c", "is_locked", "locked_temp_max_c", "away", "eta", "eta_begin", "wheres", "thermostats", "peak_period_end_time",
        "wwn_security_state", "is_streaming", "last_event", "smoke_alarm_state", "hvac_state", "", "x.json", "%2F",
    ];

    private static readonly string[] Sensible =
    [
        """{"hvac_mode":"heat"}""", """{"hvac_mode":"eco"}""", """{"hvac_mode":"heat-cool"}""", """{"label":"x"}""", """{"fan_timer_active":true}""",
        """{"fan_timer_active":true,"fan_timer_duration":30}""", """{"temperature_scale":"F","label":""}""", """{"target_temperature_c":21.5}""",
        """{"target_temperature_f":77}""", """{"target_temperature_low_f":60,"target_temperature_high_f":80}""", """{"away":"away"}""", """{"away":"home"}""",
        """{"away":"away","name":"y"}""", """{"is_streaming":true}""",
        """{"eta":{"trip_id":"a","estimated_arrival_window_begin":"2030-01-01T00:00:00Z","estimated_arrival_window_end":"2030-01-01T01:00:00Z"}}""",
        """{"eta":{"trip_id":"b","estimated_arrival_window_begin":"2029-01-01T00:00:00Z","estimated_arrival_window_end":"2030-01-01T01:00:00Z"}}""",
        """{"eta":{"trip_id":"a","estimated_arrival_window_begin":0}}""",
    ];

    protected override FakeNestServerOptions Options => new() { TimeProvider = new FakeTimeProvider() };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_fake_keeps_its_contract_with_any_home_and_any_call(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        // Receives all writes except reversed ones. At the end both homes are equal, so no trace of reversed writes
        // remains.
        var twin = Server.AddUser(TestHomes.House);
        using var twinClient = new FakeClient(Server, token: twin.AccessToken);
        await using var stream = await Client.OpenStreamAsync();
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(3) == 0)
            {
                await SetAnythingAsync(random, twin);
                continue;
            }

            // Nothing waits from the previous step: a fault that a refused write did not use does not apply to the next
            // write.
            Server.Faults.Clear();
            var isReversed = random.Next(2) == 0;
            if (isReversed)
                Server.Faults.Next(Fault.Reversed());

            var isSensible = random.Next(3) > 0;
            var path = isSensible ? AnyRecord(random) : AnyPath(random);
            var (body, before) = (isSensible ? Sensible[random.Next(Sensible.Length)] : AnyBody(random), Server.Home.ToJson());
            using var answer = await Client.PutAsync(path, body);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True((int)answer.StatusCode < 500, $"{path} {body}: {text}");
            Assert.Equal(answer.IsSuccessStatusCode, text == body);
            Assert.Equal(isReversed && !answer.IsSuccessStatusCode ? 1 : 0, Server.Faults.Waiting.Count);
            accepted += answer.IsSuccessStatusCode ? 1 : 0;
            if (!isReversed)
            {
                using var same = await twinClient.PutAsync(path, body);
                Assert.Equal(answer.StatusCode, same.StatusCode);
            }

            if (isReversed || !answer.IsSuccessStatusCode)
                Json.AssertSame(JsonNode.Parse(before), JsonNode.Parse(Server.Home.ToJson()));
        }

        Assert.InRange(accepted, 10, Steps);
        Json.AssertSame(await Client.GetAsync("/"), await LastShownAsync(stream));
        Json.AssertSame(await twinClient.GetAsync("/structures"), await Client.GetAsync("/structures"));
        Json.AssertSame(await twinClient.GetAsync("/devices/thermostats"), await Client.GetAsync("/devices/thermostats"));
    }

    private async Task SetAnythingAsync(Random random, FakeNestUser twin)
    {
        var (path, value) = (AnyPath(random), JsonNode.Parse(Values[random.Next(Values.Length)]));
        try
        {
            await Server.SetAsync(path, value);
            await twin.SetAsync(path, value);
        }
        catch (ArgumentException)
        {
            // Through a value that is not an object, or with a value that JSON cannot represent.
        }
    }

    private async Task<JsonNode?> LastShownAsync(TestStream stream)
    {
        await Server.Faults.NowAsync(Fault.Event("marker", "1"));
        JsonNode? last = null;
        while (await stream.NextAsync() is { EventType: not "marker" } item)
            last = JsonNode.Parse(item.Data)!["data"];

        return last;
    }

    private string AnyRecord(Random random)
    {
        var collection = random.Next(5) switch { 0 or 1 => "/structures", 2 => "/devices/cameras", _ => "/devices/thermostats" };
        var ids = Server.Home.Get(collection) is JsonObject { Count: > 0 } items ? items.Select(item => item.Key).ToArray() : ["unknown"];
        return $"{collection}/{Uri.EscapeDataString(ids[random.Next(ids.Length)])}";
    }

    private string AnyPath(Random random)
    {
        var owner = random.Next(10) == 0 ? "/devices/smoke_co_alarms/unknown" : AnyRecord(random);
        return random.Next(20) == 0 ? owner : $"{owner}/{Fields[random.Next(Fields.Length)]}";
    }

    private static string AnyBody(Random random)
    {
        string Value() => Values[random.Next(Values.Length)];
        string Member() => $"\"{Fields[random.Next(Fields.Length)]}\":{Value()}";
        return random.Next(4) switch { 0 => Value(), 1 => $"{{{Member()},{Member()}}}", _ => $"{{{Member()}}}" };
    }
}
