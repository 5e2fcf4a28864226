using System.Net;
using System.Text.Json.Nodes;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Testing.Tests;

/// <summary>Compares the fake with the payloads of the reference, when they are available.</summary>
public sealed class FixtureTests
{
    [ReferenceFact]
    public void Default_devices_and_structures_have_every_field_of_the_real_ones()
    {
        var real = Load("composed-root-two-structures.json");
        var home = TestHomes.House;

        foreach (var collection in (string[])["/structures", "/devices/thermostats", "/devices/smoke_co_alarms", "/devices/cameras"])
        {
            var made = home.Get(collection)!.AsObject().SelectMany(item => item.Value!.AsObject()).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
            var wanted = real.Get(collection)!.AsObject().SelectMany(item => item.Value!.AsObject()).Select(field => field.Key);
            // Only present while they apply: public sharing, rush hour, company devices.
            string[] sometimes = ["public_share_url", "peak_period_start_time", "peak_period_end_time", "devices"];
            Assert.Empty(wanted.Except(sometimes, StringComparer.Ordinal).Except(made, StringComparer.Ordinal));
        }
    }

    [ReferenceFact]
    public async Task A_real_document_is_served_unchanged_except_for_the_token()
    {
        var real = Load("composed-root-two-structures.json");
        await using var server = await FakeNestServer.StartAsync(real, cancellationToken: TestContext.Current.CancellationToken);
        using var client = new FakeClient(server);

        var served = (JsonObject)(await client.GetAsync("/"))!;

        Assert.Equal(server.AccessToken, served["metadata"]!["access_token"]!.ToString());
        // Camera links contain it too.
        var expected = real.ToJson().Replace(real.Get("/metadata/access_token")!.ToString(), server.AccessToken, StringComparison.Ordinal);
        Json.AssertSame(JsonNode.Parse(expected), served);
    }

    [ReferenceFact]
    public async Task The_responses_to_writes_equal_those_of_the_reference()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: TestContext.Current.CancellationToken);
        using var client = new FakeClient(server);
        // A range needs a thermostat in heat-cool, and a single setpoint one in heat.
        foreach (var trip in JsonNode.Parse(ReferenceFixtures.Read("write-roundtrips.json"))!.AsArray())
        {
            var body = trip!["request"]!["body"]!.ToJsonString();
            var thermostat = server.Home.ThermostatId(body.Contains("_low_", StringComparison.Ordinal) ? "Living Room" : "Hallway");
            var id = trip["request"]!["path"]!.ToString().Contains("/cameras/", StringComparison.Ordinal) ? server.Home.CameraId("Deck") : thermostat;
            // An ETA is refused while the structure is home.
            var structure = server.Home.StructureId(body.Contains("trip_id", StringComparison.Ordinal) ? "Cabin" : "Home");
            var path = trip["request"]!["path"]!.ToString()
                .Replace("DEVICE_ID", id, StringComparison.Ordinal)
                .Replace("STRUCTURE_ID", structure, StringComparison.Ordinal);

            using var response = await client.PutAsync(path, body);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Json.AssertSame(trip["response"]!["body"], JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    private static FakeHome Load(string name) => FakeHome.LoadFile(ReferenceFixtures.PathOf(name));
}
