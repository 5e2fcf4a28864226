using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code in README.md.</summary>
public class ReadmeSnippets
{
    [Fact]
    public async Task The_first_look_shows_the_write()
    {
        var before = Console.Out;
        await using var printed = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(printed));
        try
        {
            await FirstLookAsync();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Contains("Hallway was set to 21 °C and is set to 22.5 °C", printed.ToString(), StringComparison.Ordinal);
    }

    private static async Task FirstLookAsync()
    {
        // <first-look>
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var services = new ServiceCollection().AddNestClient(server).Services.BuildServiceProvider();
        var nest = services.GetRequiredService<INestClient>();
        var (id, thermostat) = (await nest.GetAsync()).Devices.Thermostats.First(t => t.Value.HvacMode == HvacMode.Heat);
        var live = nest.Updates.Thermostat(id);
        var seen = live.FirstAsync(t => t.TargetTemperature?.Celsius == 22.5m).ToTask();
        await nest.Thermostats.SetTargetTemperatureAsync(id, Temperature.FromCelsius(22.5m));
        Console.WriteLine($"{thermostat.Name} was set to {thermostat.TargetTemperature} and is set to {(await seen).TargetTemperature}");
        // </first-look>
    }
}
