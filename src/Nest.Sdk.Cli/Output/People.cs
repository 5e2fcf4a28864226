using System.Globalization;
using Nest.Sdk.Model;
using Spectre.Console;

namespace Nest.Sdk.Cli.Output;

/// <summary>What people see: a console that knows whether it is a terminal, and words for values.</summary>
internal static class People
{
    /// <summary>Nobody's terminal is as wide: what is piped is neither wrapped nor cut.</summary>
    private const int Endless = 10_000;

    private const string Unknown = "–";

    public static IAnsiConsole Console(Session session)
    {
        var isTerminal = StandardOutput.IsTerminal;
        var hasColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(session.Out),
        });
        if (!isTerminal)
            console.Profile.Width = Endless;
        return console;
    }

    public static string Name(string? text) => string.IsNullOrWhiteSpace(text) ? Unknown : PlainText.OneLine(text);

    public static string Degrees(Temperature? temperature, TemperatureScale scale) => temperature switch
    {
        null => Unknown,
        { } known when scale == TemperatureScale.Fahrenheit => string.Create(CultureInfo.InvariantCulture, $"{known.Fahrenheit:0.#} °F"),
        { } known => string.Create(CultureInfo.InvariantCulture, $"{known.Celsius:0.#} °C"),
    };

    public static string Percent(int? value) => value is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known} %") : Unknown;

    public static string Word(string? word) => string.IsNullOrEmpty(word) ? Unknown : PlainText.OneLine(word);

    public static string YesNo(bool? value, string yes, string no) => value switch { true => yes, false => no, null => Unknown };

    /// <summary>What a thermostat aims at in its current mode.</summary>
    public static string Target(Thermostat thermostat)
    {
        var (low, high, scale) = (thermostat.EffectiveTargetLow, thermostat.EffectiveTargetHigh, thermostat.TemperatureScale);
        return low is null && high is null ? Degrees(thermostat.EffectiveTarget, scale) : $"{Degrees(low, scale)} – {Degrees(high, scale)}";
    }
}
