using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code that README shows.</summary>
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

        Assert.Contains("Hallway is set to 22.5 °C", printed.ToString(), StringComparison.Ordinal);
    }

    private static async Task FirstLookAsync()
    {
        // <first-look>
        await using var nest = await FakeNestServer.StartAsync(TestHomes.House);
        await using var services = new ServiceCollection().AddNestClient(nest).Services.BuildServiceProvider();
        var client = services.GetRequiredService<INestClient>();
        var (id, thermostat) = (await client.GetAsync()).Devices.Thermostats.First(t => t.Value.HvacMode == HvacMode.Heat);
        using var live = client.Updates.Thermostat(id).WhenChanged(t => t.TargetTemperature)
            .Subscribe(target => Console.WriteLine($"{thermostat.Name} is set to {target}"));
        await nest.WaitForAsync(n => n.OpenStreams == 1);
        await client.Thermostats.SetTargetTemperatureAsync(id, Temperature.FromCelsius(22.5m));
        await Task.Delay(500);
        // </first-look>
    }
}
