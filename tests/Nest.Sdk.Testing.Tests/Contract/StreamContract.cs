using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Contract;

public sealed class StreamContract(ContractTarget target) : ContractTest(target)
{
    [Fact, Trait(Section, "6.1")]
    public async Task The_accept_header_alone_turns_a_read_into_a_stream()
    {
        await using var stream = await OpenAsync("/");

        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact, Trait(Section, "6.2")]
    public async Task The_first_event_is_a_put_of_the_whole_document()
    {
        await using var stream = await OpenAsync("/");

        var put = await stream.NextPutAsync();

        Assert.Equal("/", put["path"]!.ToString());
        Assert.Equal((await ReadAsync("/"))!.AsObject().Select(branch => branch.Key).Order(StringComparer.Ordinal), put["data"]!.AsObject().Select(branch => branch.Key).Order(StringComparer.Ordinal));
    }

    [Fact, Trait(Section, "6.3")]
    public async Task A_write_sends_the_whole_document_to_every_stream()
    {
        var thermostat = await ThermostatAsync("heat");
        await AcceptAsync(thermostat, """{"fan_timer_duration":15}""");
        await using var first = await OpenAsync("/");
        await using var second = await OpenAsync("/");
        await first.NextPutAsync();
        await second.NextPutAsync();

        await AcceptAsync(thermostat, """{"fan_timer_duration":30}""");

        Assert.Equal("30", await DurationAsync(first));
        Assert.Equal("30", await DurationAsync(second));

        // Other changes of the home can come in between.
        async Task<string> DurationAsync(TestStream stream)
        {
            var id = thermostat.Split('/')[^1];
            string duration;
            do
            {
                duration = (await NextPutAsync(stream))["data"]!["devices"]!["thermostats"]![id]!["fan_timer_duration"]!.ToJsonString();
            }
            while (duration != "30");

            return duration;
        }
    }

    [Fact, Trait(Section, "6.3")]
    public async Task A_stream_below_the_root_has_its_own_path_and_value()
    {
        var field = await ThermostatAsync("heat") + "/hvac_mode";
        await using var stream = await OpenAsync(field);
        Json.AssertSame(new JsonObject { ["path"] = field, ["data"] = "heat" }, await stream.NextPutAsync());

        using var write = await PutAsync(field, "\"cool\"");

        Json.AssertSame(new JsonObject { ["path"] = field, ["data"] = "cool" }, await NextPutAsync(stream));
    }

    [Fact, Trait(Section, "4")]
    public async Task A_stream_on_a_path_that_does_not_exist_is_404()
    {
        using var response = await Target.SendAsync(HttpMethod.Get, "/devices/thermostats/UNKNOWN", accept: "text/event-stream");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<JsonNode> NextPutAsync(TestStream stream)
    {
        while (await stream.NextAsync() is { } item)
        {
            if (item.EventType == "put")
                return JsonNode.Parse(item.Data)!;
        }

        throw new InvalidOperationException("The stream ended before the expected put.");
    }

    private async Task<TestStream> OpenAsync(string path)
    {
        var response = await Target.SendAsync(HttpMethod.Get, path, accept: "text/event-stream");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new TestStream(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }
}
