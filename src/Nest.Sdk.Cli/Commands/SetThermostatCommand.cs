using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest set thermostat</c>.</summary>
internal sealed class SetThermostatCommand : WriteCommand
{
    /// <summary>How long a setpoint waits for its mode to be confirmed.</summary>
    private static readonly TimeSpan ModeTimeout = TimeSpan.FromSeconds(15);

    private readonly Option<Temperature?> _target = ValueOptions.Degrees("--target", "The target in heat and cool mode.");
    private readonly Option<Temperature?> _low = ValueOptions.Degrees("--low", "The lower target in heat-cool mode.");
    private readonly Option<Temperature?> _high = ValueOptions.Degrees("--high", "The upper target in heat-cool mode.");
    private readonly Option<string?> _mode = new Option<string?>("--mode") { Description = "The mode." }.OnlyOf("heat", "cool", "heat-cool", "eco", "off");
    private readonly Option<(bool IsActive, TimeSpan? Duration)?> _fan = ValueOptions.Of<(bool IsActive, TimeSpan? Duration)>(
        "--fan", "How long the fan runs (15m, 30m, 45m, 1h, 2h, 4h, 8h, 16h), or off.", "D|off", FanText.TryParse, FanText.Advice);

    private readonly Option<string?> _label = new("--label") { Description = "The label. '' removes it.", HelpName = "TEXT" };
    private readonly Option<string?> _scale = new Option<string?>("--scale") { Description = "The displayed scale." }.OnlyOf("C", "F");

    public SetThermostatCommand()
        : base(
            "thermostat",
            "Change a thermostat. With a mode and a target, the mode is sent first, and the target after the mode is confirmed.",
            "nest set thermostat Hallway --target 21.5C",
            "nest set thermostat Hallway --mode heat-cool --low 19C --high 24C --confirm 10s",
            "nest set thermostat Hallway --fan 30m --dry-run")
    {
        foreach (var option in (Option[])[_target, _low, _high, _mode, _fan, _label, _scale])
            Add(option);
    }

    protected override void Validate(ParseResult parse)
    {
        if (Change(parse) == new ThermostatSettings())
            throw new UsageException("Nothing to set. Give at least one of --target, --low with --high, --mode, --fan, --label and --scale.");
        var (target, low, high) = (parse.GetValue(_target), parse.GetValue(_low), parse.GetValue(_high));
        if (target is not null && (low is not null || high is not null))
            throw new UsageException("Give either --target (heat and cool mode) or --low with --high (heat-cool mode).");
        if (low is null != high is null)
            throw new UsageException("Give both --low and --high.");
    }

    protected override WriteTarget Find(DataModel model, string idOrName) =>
        TargetNames.Find("thermostat", idOrName, model.Devices.Thermostats.AsSpan().ToArray().Select(static pair => (pair.Key, (string?[])[pair.Value.Name, pair.Value.NameLong])), DeviceNames.OfKinds(model).Thermostat);

    protected override async Task<int> WriteAsync(ParseResult parse, HomeWriter writer, WriteReport report, CancellationToken cancellationToken)
    {
        var change = Change(parse);
        var present = writer.Home.Devices.Thermostats.GetValueOrDefault(writer.Id)?.HvacMode ?? default;
        var hasSetpoint = (change.TargetTemperature ?? change.TargetTemperatureLow) is not null;
        if (!hasSetpoint || change.HvacMode.IsAbsent || change.HvacMode == present)
            return report.Show(await SendAsync(change, writer.Options));

        // Nest validates a setpoint against the current mode, so the mode is written first. Both writes are validated before either is sent.
        var rest = change with { HvacMode = default };
        var judged = TargetAfterMode.Judge(await SendAsync(rest, writer.Options with { DryRun = true }), change.HvacMode);
        if (!writer.Options.DryRun)
            TargetAfterMode.ThrowIfBroken(judged);
        var mode = report.Show(await SendAsync(new ThermostatSettings { HvacMode = change.HvacMode }, writer.Options with { Confirm = writer.Options.DryRun ? null : writer.Options.Confirm ?? ModeTimeout }));
        if (writer.Options.DryRun)
            return Math.Max(mode, report.Show(judged));
        if (mode == ExitCodes.Done)
            return report.Show(await SendAsync(rest, writer.Options));
        report.NotSent(judged, "The rest was not sent because the mode was not confirmed.");
        return mode;

        Task<NestWriteResult> SendAsync(ThermostatSettings part, NestWriteOptions options) => writer.Client.Thermostats.SetAsync(writer.Id, part, options, cancellationToken);
    }

    private ThermostatSettings Change(ParseResult parse)
    {
        var fan = parse.GetValue(_fan);
        return new ThermostatSettings
        {
            TargetTemperature = parse.GetValue(_target),
            TargetTemperatureLow = parse.GetValue(_low),
            TargetTemperatureHigh = parse.GetValue(_high),
            HvacMode = HvacMode.From(parse.GetValue(_mode)),
            FanTimerActive = fan?.IsActive,
            FanTimerDuration = fan?.Duration,
            Label = parse.GetValue(_label),
            TemperatureScale = TemperatureScale.From(parse.GetValue(_scale)),
        };
    }
}
