using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// The state of the battery of a Protect (<c>battery_health</c>). See docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<BatteryHealth>))]
public readonly record struct BatteryHealth : IOpenEnum<BatteryHealth>
{
    private readonly string? _word;

    private BatteryHealth(string word) => _word = word;

    /// <summary>The battery is good. On the wire: <c>ok</c>.</summary>
    public static BatteryHealth Ok { get; } = new("ok");

    /// <summary>The battery is low and should be replaced. On the wire: <c>replace</c>.</summary>
    public static BatteryHealth Replace { get; } = new("replace");

    /// <inheritdoc/>
    public static EquatableArray<BatteryHealth> Known { get; } = [Ok, Replace];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static BatteryHealth From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
