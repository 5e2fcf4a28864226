using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Nest.Sdk;
using Nest.Sdk.Model;
using Spectre.Console;

namespace QuickStart;

/// <summary>Sends two writes and waits until the stream confirms them.</summary>
internal static class TwoWrites
{
    private static readonly NestWriteOptions Confirmed = new() { Confirm = TimeSpan.FromSeconds(10) };

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
            // The program ended before the second write.
        }
    }

    private static async Task SetTargetAsync(INestClient client, DataModel home, CancellationToken cancellationToken)
    {
        var (id, thermostat) = home.Devices.Thermostats.First(entry => entry.Value.HvacMode == HvacMode.Heat);
        var target = Temperature.FromCelsius(22.5m);
        AnsiConsole.MarkupLineInterpolated($"[blue]Write:[/] {thermostat.NameLong} to {target}");
        var result = await client.Thermostats.SetTargetTemperatureAsync(id, target, Confirmed, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"[green]{result.Outcome} by the stream:[/] {thermostat.NameLong} is set to {target}");
    }

    private static async Task SetAwayAsync(INestClient client, DataModel home, CancellationToken cancellationToken)
    {
        var (id, structure) = home.Structures.First(entry => entry.Value.Away == AwayState.Home);
        AnsiConsole.MarkupLineInterpolated($"[blue]Write:[/] everyone leaves {structure.Name}");
        var result = await client.Structures.SetAwayAsync(id, AwayState.Away, Confirmed, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"[green]{result.Outcome} by the stream:[/] {structure.Name} is away");
    }
}
