using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Tests the whole client against a malicious or broken server.</summary>
public class HostileServerTests : Scenario
{
    /// <summary>Events that cannot be read.</summary>
    public static TheoryData<string, string> BrokenEvents => new()
    {
        { "nested deep", Put(new string('[', 10_000) + new string(']', 10_000)) },
        { "nested deep and never closed", Put(new string('[', 1_000_000)) },
        { "nested objects", Put(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000)) },
        { "deep below the root", Put(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), "/devices/x") },
        { "a very long path", Put("1", string.Concat(Enumerable.Repeat("/a", 100_000))) },
        { "a path with an unpaired surrogate", Put("{}", "/\\ud800") },
        { "an empty data line", "event: put\ndata:\n\n" },
        { "a NUL in the event", "event: put\ndata: {\"path\":\"/\",\"data\":{\"a\":\"\0\"}}\n\n" },
        { "NULs alone", "event: put\ndata: \0\0\0\0\n\n" },
        { "a null root", Put("null") },
        { "a number as root", Put("1e999999") },
        { "a text as root", Put("\"home\"") },
        { "true as root", Put("true") },
        { "an array as root", Put("[{\"devices\":{}}]") },
        { "half a document", "event: put\ndata: {\"path\":\"/\",\"data\":{\"devices\":{\"thermostats\":{\n\n" },
        { "two documents", "event: put\ndata: {\"path\":\"/\",\"data\":{}}{\"path\":\"/\",\"data\":{}}\n\n" },
        { "no path", "event: put\ndata: {\"data\":{}}\n\n" },
        { "a wrong number", Put("{\"devices\":{\"thermostats\":{\"t\":{\"humidity\":01}}}}") },
        { "a comment in the document", Put("{/* hello */}") },
        { "a duplicate member", Put("{\"devices\":1,\"devices\":{\"thermostats\":{\"t\":{\"humidity\":1,\"humidity\":2}}},\"x\":1,\"x\":2}") },
        { "a duplicate member below the root", Put("{\"a\":1,\"a\":2}", "/devices/smoke_co_alarms/a") },
    };

    /// <summary>Unusual events that can be read.</summary>
    public static TheoryData<string, string> OddEvents => new()
    {
        { "very long numbers", Put($"{{\"devices\":{{\"thermostats\":{{\"t\":{{\"humidity\":{new string('9', 100_000)},\"ambient_temperature_c\":0.{new string('1', 100_000)},\"x\":{new string('7', 100_000)}}}}}}}}}") },
        { "huge exponents", Put("{\"devices\":{\"thermostats\":{\"t\":{\"humidity\":1e999999,\"ambient_temperature_c\":-1e999999,\"x\":1e99999999999999999999}}}}") },
        { "unpaired surrogates", Put("{\"\\ud800\":1,\"devices\":{\"thermostats\":{\"\\ud800\":{},\"t\":{\"name\":\"\\udc00\",\"x\":[\"\\ud800\"]}}}}") },
        { "escaped NULs", Put("{\"devices\":{\"thermostats\":{\"a\\u0000b\":{\"name\":\"\\u0000\"}}},\"\\u0000\":1}") },
        { "a hundred thousand devices", Put($"{{\"devices\":{{\"thermostats\":{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"t{i}\":{{\"humidity\":\"x\"}}"))}}}}}}}") },
        { "nothing", Put("{}") },
        { "empty names", Put("{\"\":{\"\":1},\"devices\":{\"\":{}}}") },
    };

    [Theory]
    [MemberData(nameof(BrokenEvents))]
    public async Task A_broken_event_is_logged_once_counted_and_skipped(string what, string text)
    {
        var home = Record(Client.Updates);
        var changes = Record(Client.Changes);
        var before = await home.NextAsync();
        using var skipped = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.events.skipped");

        await Server.Faults.NowAsync(Fault.Raw(text));
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        var after = await home.NextAsync();
        Assert.Equal(65, after.Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(before.Devices.Thermostats.Keys, after.Devices.Thermostats.Keys);
        Assert.Equal(before.Structures, after.Structures);
        Assert.Equal(1, skipped.GetMeasurementSnapshot().Sum(each => each.Value));
        Assert.Single(Logs.GetSnapshot(), record => record.Id.Id == 2005);
        await changes.NextAsync();
        Assert.Equal($"replace {HallwayPath}/humidity", (await changes.NextAsync()).Json.Single().ToString());
        Assert.Equal((2, 2), (home.Count, changes.Count));
        Assert.True(Server.Streams.Count == 1, what);
    }

    [Theory]
    [MemberData(nameof(OddEvents))]
    public async Task An_unusual_event_is_read_as_far_as_possible_and_a_valid_one_repairs_the_model(string what, string text)
    {
        var home = Record(Client.Updates);
        var changes = Record(Client.Changes);
        var before = await home.NextAsync();

        await Server.Faults.NowAsync(Fault.Raw(text));
        await Server.Faults.NowAsync(Fault.Raw(text));
        var odd = await home.NextAsync();
        await Server.SetAsync(HallwayPath + "/label", null);

        var after = await home.NextAsync();
        Assert.NotEqual(before, odd);
        Assert.Equal(before.Devices.Cameras, after.Devices.Cameras);
        Assert.Equal(before.Structures, after.Structures);
        Assert.DoesNotContain(Logs.GetSnapshot(), record => record.Id.Id is 2004 or 2005);
        // An issue of a field is logged once, for any number of devices.
        Assert.InRange(Logs.GetSnapshot().Count(record => record.Id.Id is 2007 or 2008), 0, 5);
        for (var i = 0; i < 3; i++)
            await changes.NextAsync();
        Assert.Equal((3, 3), (home.Count, changes.Count));
        Assert.True(Server.Streams.Count == 1, what);
    }

    [Fact]
    public async Task Each_of_many_broken_events_is_counted()
    {
        var home = Record(Client.Updates);
        await home.NextAsync();
        using var skipped = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), "Nest.Sdk", "nest.client.events.skipped");

        for (var i = 0; i < 1000; i++)
            await Server.Faults.NowAsync(Fault.Raw(Put("null")));
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        Assert.Equal(65, (await home.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(1000, skipped.GetMeasurementSnapshot().Sum(each => each.Value));
    }

    [Theory]
    [InlineData("event: error\ndata: {\"error\":\"odd TOKEN\",\"message\":\"TOKEN\",\"type\":\"https://x/TOKEN#TOKEN\",\"instance\":\"TOKEN\"}\n\n")]
    [InlineData("event: error\ndata: TOKEN\n\n")]
    [InlineData("{\"error\":\"odd TOKEN\"}\n")]
    [InlineData("event: TOKEN\ndata: TOKEN\n\n")]
    [InlineData(": TOKEN\nid: TOKEN\nretry: TOKEN\nTOKEN\n\n")]
    [InlineData("event: put\ndata: {\"path\":\"/\",\"data\":TOKEN}\n\n")]
    [InlineData("event: put\ndata: {\"path\":\"/TOKEN/a\",\"data\":{\"TOKEN\":1,\"TOKEN\":2}}\n\n")]
    [InlineData("event: put\ndata: {\"path\":\"TOKEN\n\n")]
    [InlineData("event: put\ndata: {\"path\":\"/\",\"data\":{\"devices\":{\"thermostats\":{\"TOKEN\":{\"humidity\":\"TOKEN\",\"name\":[\"TOKEN\"]}},\"TOKEN\":{}},\"TOKEN\":{}}}\n\n")]
    public async Task A_token_that_the_server_repeats_on_the_stream_is_not_recorded_anywhere(string text)
    {
        var home = Record(Client.Updates);
        await home.NextAsync();
        var before = Server.Streams.Count;

        await Server.Faults.NowAsync(Fault.Raw(text.Replace("TOKEN", Server.AccessToken, StringComparison.Ordinal)));
        await Server.Faults.NowAsync(Fault.Raw(Put("{}")));
        await Server.SetAsync(HallwayPath + "/humidity", 65);

        await home.NextWhereAsync(model => model.Devices.Thermostats.GetValueOrDefault(HallwayId)?.Humidity == 65);
        Assert.InRange(Server.Streams.Count - before, 0, 1);
        Assert.True(HasSeen("http.client.request.duration"));
        Assert.True(HasSeen("activity System.Net.Http"));
        Assert.True(HasSeen("event System.Net.Http"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_token_that_the_server_repeats_in_a_response_is_not_recorded_anywhere(int status)
    {
        for (var i = 0; i < 4; i++)
            Server.Faults.Next(Fault.Status(status, "{\"error\":\"TOKEN\",\"message\":\"TOKEN\",\"instance\":\"TOKEN\"}".Replace("TOKEN", Server.AccessToken, StringComparison.Ordinal), TimeSpan.Zero));

        var error = await Assert.ThrowsAnyAsync<NestException>(() => Client.Structures.SetAwayAsync(Server.Home.StructureId("Home"), AwayState.Away, Writes.Unchecked));

        Assert.DoesNotContain(Server.AccessToken, error.ToString(), StringComparison.Ordinal);
        Assert.True(HasSeen("exception Nest.Sdk.Nest"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/?auth=TOKEN")]
    [InlineData("https://elsewhere.example/TOKEN#TOKEN")]
    [InlineData("https://TOKEN@elsewhere.example/")]
    [InlineData("https://TOKEN.example/")]
    [InlineData("TOKEN://elsewhere.example/")]
    [InlineData("//TOKEN/")]
    [InlineData("http:TOKEN")]
    public async Task A_token_that_the_server_repeats_in_a_redirect_is_not_recorded_anywhere(string location)
    {
        Server.Faults.Next(Fault.Redirect(new Uri(location.Replace("TOKEN", Server.AccessToken, StringComparison.Ordinal), UriKind.RelativeOrAbsolute)));

        var error = await Assert.ThrowsAnyAsync<NestException>(() => Client.Structures.SetAwayAsync(Server.Home.StructureId("Home"), AwayState.Away, Writes.Unchecked));

        Assert.DoesNotContain(Server.AccessToken, error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Put(string data, string path = "/") => new StringBuilder("event: put\ndata: {\"path\":\"").Append(path).Append("\",\"data\":").Append(data).Append("}\n\n").ToString();
}
