using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads options from a configuration section. By hand: without reflection, and with messages that name the key, the value and the fix.</summary>
internal static class ConfigurationEntries
{
    /// <param name="section">The section.</param>
    /// <param name="set">Takes one entry; gives what is wrong with it, null when it was taken.</param>
    /// <exception cref="OptionsValidationException">Something is wrong.</exception>
    public static void Read<TOptions>(IConfiguration section, Func<IConfigurationSection, string?> set)
    {
        var failures = Failures(section, set).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(section is IConfigurationSection named ? named.Path : "", typeof(TOptions), failures);
    }

    /// <summary>A section inside the section. Returns what is wrong in it; null when all of it was taken.</summary>
    public static string? Inner(IConfigurationSection section, Func<IConfigurationSection, string?> set) =>
        Failures(section, set).ToList() is { Count: > 0 } failures ? string.Join(' ', failures) : null;

    public static string Unknown<TOptions>(IConfigurationSection entry) =>
        $"{entry.Path} is not a setting of the Nest client. Is the name misspelt? The settings are the properties of {typeof(TOptions).Name}.";

    public static string? Address(IConfigurationSection entry, Action<Uri> set, string example) =>
        Uri.TryCreate(entry.Value, UriKind.Absolute, out var address) ? Done(() => set(address)) : Wrong(entry, "no absolute address", example);

    public static string? Duration(IConfigurationSection entry, Action<TimeSpan> set) =>
        // A bare number and, unless it is read exactly, 24:00:00 would be days: nobody means that.
        entry.Value?.Contains(':', StringComparison.Ordinal) == true && TimeSpan.TryParseExact(entry.Value, "c", CultureInfo.InvariantCulture, out var value)
            ? Done(() => set(value))
            : Wrong(entry, "no duration", "00:01:15");

    public static string? Number(IConfigurationSection entry, Action<int> set) =>
        int.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? Done(() => set(value)) : Wrong(entry, "no whole number", "4096");

    public static string? Flag(IConfigurationSection entry, Action<bool> set) =>
        bool.TryParse(entry.Value, out var value) ? Done(() => set(value)) : Wrong(entry, "neither true nor false", "true");

    public static string? Done(Action set)
    {
        set();
        return null;
    }

    private static IEnumerable<string> Failures(IConfiguration section, Func<IConfigurationSection, string?> set) => section.GetChildren().Select(set).OfType<string>();

    private static string Wrong(IConfigurationSection entry, string what, string example) => $"{entry.Path} is '{entry.Value}', which is {what}. Write it like {example}.";
}
