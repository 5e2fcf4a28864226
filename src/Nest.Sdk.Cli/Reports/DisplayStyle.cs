using Nest.Sdk.Model;
using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>The styles of device states.</summary>
internal static class DisplayStyle
{
    public static Style Of(AwayState away) => away == AwayState.Home ? Palette.Good : Palette.Cold;

    public static Style Of(HvacState state) => state == HvacState.Heating ? Palette.Warm : state == HvacState.Cooling ? Palette.Cold : Style.Plain;

    public static Style Of(AlarmState state) => state == AlarmState.Emergency ? Palette.Emergency : state == AlarmState.Warning ? Palette.Warning : Style.Plain;

    public static Style Of(ProtectColor color) =>
        color == ProtectColor.Red ? Palette.Emergency : color == ProtectColor.Yellow ? Palette.Warning : color == ProtectColor.Green ? Palette.Good : Style.Plain;

    /// <summary>The style of the more severe of the two alarms.</summary>
    public static Style Of(SmokeCoAlarm alarm) => alarm.CoAlarmState == AlarmState.Emergency || Of(alarm.SmokeAlarmState) == Style.Plain ? Of(alarm.CoAlarmState) : Of(alarm.SmokeAlarmState);

    public static Style Of(Camera camera) => camera.IsStreaming == true ? Palette.Good : Style.Plain;
}
