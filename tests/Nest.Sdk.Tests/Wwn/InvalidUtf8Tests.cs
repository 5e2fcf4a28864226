using System.Text;
using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>Bytes that are not UTF-8, from the socket to the subscriber.</summary>
public class InvalidUtf8Tests
{
    private const string Good = """{"path":"/","data":{"devices":{"thermostats":{"THERMOSTAT-ID":{"humidity":41}}}}}""";

    [Theory]
    [InlineData("""{"path":"/","data":{"devices":{"thermostats":{"THERMOSTAT-ID":{"name":"#"}}}}}""")]
    [InlineData("""{"path":"/","data":{"#":1}}""")]
    [InlineData("""{"path":"/#","data":{}}""")]
    [InlineData("""{"path":"/x/y","data":"#"}""")]
    [InlineData("""{"path":"/x/y","data":{"#":["#"]}}""")]
    [InlineData("#")]
    [InlineData("""{"path":"/","data":#}""")]
    public async Task Invalid_events_are_logged_once_and_skipped(string data)
    {
        var server = new StreamingHandler();
        var http = new HttpMessageInvoker(new AccessTokenHandler(server));
        var settings = new WwnSettings(new Uri("https://developer-api.nest.com/"), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, 1 << 20);
        await using var rig = new StreamRig(provider: time => new WwnProvider(settings, new FixedAccessTokenSource(AccessToken.Parse("c.ONE")), http, http, new NestMetrics(null), time));
        var (updates, _) = rig.Subscribe();
        var stream = await server.NextAsync();
        await stream.PutAsync(Homes.WithHumidity(40));

        // A lone continuation byte, half a character, and an overlong slash.
        foreach (var broken in (byte[][])[[0x80], [0xC3], [0xC0, 0xAF]])
            await stream.WriteAsync([.. Encoding.UTF8.GetBytes("event: put\ndata: "), .. Split(data).Aggregate((one, next) => [.. one, .. broken, .. next]), .. "\n\n"u8]);
        await stream.WriteAsync($"event: put\ndata: {Good}\n\n");

        Assert.Equal(40, Homes.Humidity(await updates.NextAsync()));
        Assert.Equal(41, Homes.Humidity(await updates.NextAsync()));
        Assert.Equal(2, updates.Count);
        Assert.Equal(3, rig.Logger.Collector.GetSnapshot().Count(record => record.Id.Id == 2005));
        Assert.Equal(1, server.OpenedEver);
    }

    private static IEnumerable<byte[]> Split(string data) => data.Split('#').Select(Encoding.UTF8.GetBytes);
}
