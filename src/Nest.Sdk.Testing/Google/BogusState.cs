using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing;

/// <summary>
/// A state that Google reports although the home has another: for a moment or for hours, as seen in the field. Played
/// by <see cref="FakeGoogle.Script"/>. See docs/protocol/smart-device-management.md#state-in-the-field.
/// </summary>
public sealed class BogusState
{
    private const string Prefix = "sdm.devices.traits.";

    private readonly string _description;
    private readonly string? _deviceId;
    private readonly Func<JsonObject, JsonObject?> _edit;

    private BogusState(string description, string? deviceId, Func<JsonObject, JsonObject?> edit) =>
        (_description, _deviceId, _edit) = (description, deviceId, edit);

    /// <summary>Gets a list without any device, as if the user had revoked every one.</summary>
    public static BogusState EmptyList { get; } = new("an empty list", null, _ => null) { IsOfLists = true };

    /// <summary>Returns a device, or all devices, without traits.</summary>
    /// <param name="deviceId">The id of the device. Default: every device.</param>
    public static BogusState WithoutTraits(string? deviceId = null) => Edited("no traits", deviceId, device => device["traits"] = new JsonObject());

    /// <summary>
    /// Returns a thermostat that is off: only the mode <c>OFF</c> is available, the eco limits are 0.0, and there is no
    /// setpoint.
    /// </summary>
    /// <param name="deviceId">The id of the thermostat.</param>
    public static BogusState OffOnly(string deviceId) => Edited("only OFF", NotEmpty(deviceId), device =>
    {
        device["traits"]![Prefix + "ThermostatMode"] = new JsonObject { ["mode"] = "OFF", ["availableModes"] = new JsonArray("OFF") };
        device["traits"]![Prefix + "ThermostatEco"] = new JsonObject
        {
            ["availableModes"] = new JsonArray("OFF", "MANUAL_ECO"),
            ["mode"] = "OFF",
            ["heatCelsius"] = 0.0m,
            ["coolCelsius"] = 0.0m,
        };
        device["traits"]![Prefix + "ThermostatTemperatureSetpoint"] = new JsonObject();
    });

    /// <summary>Returns a device that is missing from lists, and that a read does not find.</summary>
    /// <param name="deviceId">The id of the device.</param>
    public static BogusState Missing(string deviceId) => new("missing", NotEmpty(deviceId), _ => null);

    /// <summary>Returns a device with any other change of its JSON, in Google's format.</summary>
    /// <param name="deviceId">The id of the device.</param>
    /// <param name="edit">Edits the device. It runs while the home is locked.</param>
    public static BogusState Edited(string deviceId, Action<JsonObject> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return Edited("edited", NotEmpty(deviceId), edit);
    }

    /// <summary>Returns a description.</summary>
    public override string ToString() => _deviceId is null ? _description : $"{_description} ({_deviceId})";

    /// <summary>Whether the state concerns the list itself, so that no read of a single device shows it.</summary>
    internal bool IsOfLists { get; private init; }

    /// <summary>Returns whether the state concerns a device, in Google's format.</summary>
    internal bool Concerns(JsonObject device) => _deviceId is null || device["name"].Text()?.Split('/')[^1] == _deviceId;

    /// <summary>Returns the device that is reported. Null for none.</summary>
    internal JsonObject? Apply(JsonObject device) => Concerns(device) ? _edit(device) : device;

    private static BogusState Edited(string description, string? deviceId, Action<JsonObject> edit) => new(description, deviceId, device =>
    {
        edit(device);
        return device;
    });

    private static string NotEmpty(string deviceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(deviceId);
        return deviceId;
    }
}
