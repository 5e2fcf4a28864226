using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Checks a write that follows a change of the mode against the current home and the new mode.</summary>
internal static class TargetAfterMode
{
    /// <param name="dryRun">What the rules say while the thermostat still has the old mode.</param>
    /// <param name="mode">The mode that goes first.</param>
    public static NestWriteResult Judge(NestWriteResult dryRun, HvacMode mode) =>
        dryRun with { Checks = [.. dryRun.Checks.Select(check => check.Rule == NestRule.SetpointFitsMode ? FitsMode(check, mode) : check)] };

    /// <exception cref="NestRuleException">A rule is broken.</exception>
    public static void ThrowIfBroken(NestWriteResult judged)
    {
        if (judged.Checks.FirstOrDefault(static check => check.Verdict == NestRuleVerdict.Failed) is { } broken)
            throw new NestRuleException($"{broken.Text} Nothing was sent.") { Rule = broken.Rule, Field = broken.Field, Value = broken.Value, Limit = broken.Limit, Allowed = broken.Allowed, Steps = judged.Steps };
    }

    private static NestRuleCheck FitsMode(NestRuleCheck check, HvacMode mode)
    {
        var isOfRange = check.Field.StartsWith("target_temperature_low", StringComparison.Ordinal) || check.Field.StartsWith("target_temperature_high", StringComparison.Ordinal);
        var allowed = mode == HvacMode.HeatCool ? "--low and --high" : mode == HvacMode.Heat || mode == HvacMode.Cool ? "--target" : null;
        var fits = allowed is not null && isOfRange == (mode == HvacMode.HeatCool);
        return check with
        {
            Verdict = fits ? NestRuleVerdict.Passed : NestRuleVerdict.Failed,
            Limit = $"hvac_mode {mode}",
            Allowed = allowed,
            Text = fits ? $"{check.Rule} of {check.Field}: kept, once the mode is {mode}."
                : allowed is null ? $"{check.Field} cannot be set in the mode {mode}, which has no target of its own."
                : $"{check.Field} cannot be set in the mode {mode}. It takes {allowed}.",
        };
    }
}
