using System.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Converts each intent into one PUT to the path of the device or structure.</summary>
/// <param name="send">Sends a step, once.</param>
internal sealed class WwnDialect(Func<WriteStep, CancellationToken, Task> send) : IWriteDialect
{
    public void Validate(WriteIntent intent)
    {
        if (intent is ThermostatIntent { Settings.FanTimerDuration: { } duration } && duration.Ticks % TimeSpan.TicksPerMinute != 0)
            throw new ArgumentOutOfRangeException(nameof(intent), duration, $"The fan duration must be in whole minutes: {string.Join(", ", WwnWriteLimits.FanMinutes)}.");
    }

    public WritePlan Plan(WriteIntent intent, DataModel? home, bool check)
    {
        var write = Write(intent, home);
        return new WritePlan([write.ToStep()], check && home is not null ? [.. write.Check(home)] : []);
    }

    public Task SendAsync(WriteStep step, CancellationToken cancellationToken) => send(step, cancellationToken);

    private static WwnWrite Write(WriteIntent intent, DataModel? home) => intent switch
    {
        ThermostatIntent thermostat => new WwnThermostatWrite(thermostat, home),
        StructureIntent structure => new WwnStructureWrite(structure),
        CameraIntent camera => new WwnCameraWrite(camera),
        _ => throw new UnreachableException($"Works with Nest has no write for {intent.GetType().Name}."),
    };
}
