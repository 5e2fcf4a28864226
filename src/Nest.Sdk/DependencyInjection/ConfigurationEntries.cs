using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.DependencyInjection;

/// <summary>
/// Reads options from a configuration section. Without reflection, and with messages that name the key, the value and
/// the fix.
/// </summary>
internal static class ConfigurationEntries
{
    /// <param name="section">The section.</param>
    /// <param name="set">Sets one entry. Returns the error, or null when the entry was set.</param>
    /// <exception cref="OptionsValidationException">An entry is invalid.</exception>
    public static void Read<TOptions>(IConfiguration section, Func<IConfigurationSection, string?> set)
    {
        var failures = Failures(section, set).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(section is IConfigurationSection named ? named.Path : "", typeof(TOptions), failures);
    }

    /// <summary>Reads a section inside the section. Returns the errors, or null when everything was set.</summary>
    public static string? Inner(IConfigurationSection section, Func<IConfigurationSection, string?> set) =>
        Failures(section, set).ToList() is { Count: > 0 } failures ? string.Join(' ', failures) : null;

    public static string Unknown<TOptions>(IConfigurationSection entry) =>
        $"{entry.Path} is not a setting of the Nest client. Check the spelling. The settings are the properties of {typeof(TOptions).Name}.";

    public static string? Address(IConfigurationSection entry, Action<Uri> set, string example) =>
        Uri.TryCreate(entry.Value, UriKind.Absolute, out var address) ? Done(() => set(address)) : Wrong(entry, "not an absolute URI", example);

    public static string? Duration(IConfigurationSection entry, Action<TimeSpan> set) =>
        // A bare number would be days, and so would 24:00:00 unless it is parsed exactly. Neither is meant.
        entry.Value?.Contains(':', StringComparison.Ordinal) == true && TimeSpan.TryParseExact(entry.Value, "c", CultureInfo.InvariantCulture, out var value)
            ? Done(() => set(value))
            : Wrong(entry, "not a duration", "00:01:15");

    public static string? Number(IConfigurationSection entry, Action<int> set) =>
        int.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? Done(() => set(value)) : Wrong(entry, "not an integer", "4096");

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
