using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Permissions;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// The write rules of the service, checked in this order: permission, connection, each value, combinations of values. A
/// field that the document omits does not restrict writes. The rules are independent of the client's checks, which are
/// tested against them. See docs/protocol/works-with-nest.md#writes and #write-rules and #errors.
/// </summary>
internal static class NestRules
{
    /// <summary>Returns the refusal, or null when the write is allowed.</summary>
    public static Refusal? Check(FieldWrite write, FakePermissions permissions) =>
        CheckPermission(write, permissions)
        ?? CheckConnection(write)
        ?? write.Fields.Select(field => CheckField(write, field.Key, field.Value)).FirstOrDefault(refusal => refusal is not null)
        ?? SetpointRules.CheckPair(write);

    public static Refusal NoWritePermission(IEnumerable<string> fields)
    {
        var list = string.Join(", ", fields);
        return Refusal.Invalid("no-write-permission", $"No write permission(s) for field(s): {list}", ("fields", list));
    }

    private static Refusal? CheckPermission(FieldWrite write, FakePermissions permissions)
    {
        var refused = write.Fields.Select(field => field.Key).Where(field => !PermissionTable.Writes(permissions, write.Kind, field)).ToArray();
        return refused.Length > 0 ? NoWritePermission(refused) : null;
    }

    private static Refusal? CheckConnection(FieldWrite write) => write.Kind switch
    {
        OwnerKind.Thermostat when write.Owner["is_online"].IsFalse() => Refusal.Invalid("not-online", "Thermostat is not online"),
        // By analogy: the refusal of a camera was never captured.
        OwnerKind.Camera when write.Owner["is_online"].IsFalse() => Refusal.Invalid("not-online", "Camera is not online"),
        _ => null,
    };

    private static Refusal? CheckField(FieldWrite write, string field, JsonNode? value) => write.Kind switch
    {
        OwnerKind.Structure => StructureRules.Check(write, field, value),
        OwnerKind.Thermostat when TemperatureScales.IsSetpoint(field) => SetpointRules.Check(write.Owner, field, value),
        OwnerKind.Thermostat => ThermostatRules.Check(write, field, value),
        // The text was never captured.
        _ => value.IsTrue() || value.IsFalse() ? null : Refusal.Uncaptured("Unspecified error"),
    };
}
