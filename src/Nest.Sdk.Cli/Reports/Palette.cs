using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>
/// The colours of tables and of the live view. Each has a contrast ratio of at least 3.5:1 against both black and
/// white.
/// </summary>
internal static class Palette
{
    public static Style Good { get; } = new(Color.FromInt32(28));

    public static Style Warm { get; } = new(Color.FromInt32(130));

    public static Style Cold { get; } = new(Color.FromInt32(27));

    public static Style Warning { get; } = new(Color.FromInt32(130));

    public static Style Emergency { get; } = new(Color.FromInt32(160), decoration: Decoration.Bold);

    /// <summary>Headings and offline devices: the terminal's default colour, dimmed.</summary>
    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Strong { get; } = new(decoration: Decoration.Bold);
}
