using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Nest.Sdk;
using Nest.Sdk.Model;
using Spectre.Console;

namespace QuickStart;

/// <summary>Makes two writes, and waits until the stream shows them.</summary>
internal static class TwoWrites
{
    public static async Task RunAsync(INestClient client, CancellationToken cancellationToken)
    {
        try
        {
            var home = await client.Updates.FirstAsync().ToTask(cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
            await SetTargetAsync(client, home, cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
            await SetAwayAsync(client, home, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program ends before the second write: fine.
        }
    }

    private static async Task SetTargetAsync(INestClient client, DataModel home, CancellationToken cancellationToken)
    {
        var (id, thermostat) = home.Devices.Thermostats.First(entry => entry.Value.HvacMode == HvacMode.Heat);
        var target = Temperature.FromCelsius(22.5m);
        AnsiConsole.MarkupLineInterpolated($"[blue]Write:[/] {thermostat.NameLong} to {target}");
        var seen = client.Updates.Thermostat(id).FirstAsync(now => now.TargetTemperature?.Celsius == target.Celsius).ToTask(cancellationToken);
        await client.Thermostats.SetTargetTemperatureAsync(id, target, cancellationToken);
        await seen;
        AnsiConsole.MarkupLineInterpolated($"[green]The stream shows it:[/] {thermostat.NameLong} is set to {target}");
    }

    private static async Task SetAwayAsync(INestClient client, DataModel home, CancellationToken cancellationToken)
    {
        var (id, structure) = home.Structures.First(entry => entry.Value.Away == AwayState.Home);
        AnsiConsole.MarkupLineInterpolated($"[blue]Write:[/] everybody leaves {structure.Name}");
        var seen = client.Updates.Structure(id).FirstAsync(now => now.Away == AwayState.Away).ToTask(cancellationToken);
        await client.Structures.SetAwayAsync(id, AwayState.Away, cancellationToken);
        await seen;
        AnsiConsole.MarkupLineInterpolated($"[green]The stream shows it:[/] {structure.Name} is away");
    }
}
