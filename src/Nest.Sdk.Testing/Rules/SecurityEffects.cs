using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// The security state of structures. It is <c>deter</c> for a while when a camera reports a person while everyone is
/// away, and <c>ok</c> at once when the structure is set to home. See docs/protocol/works-with-nest.md#structures.
/// </summary>
internal static class SecurityEffects
{
    private const string Field = "wwn_security_state";

    // The reference says "some minutes".
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Updates the security state after a change by the test, which is not checked by the rules.</summary>
    public static void Follow(JsonObject before, JsonObject after, DateTimeOffset now, HiddenState hidden)
    {
        foreach (var (id, structure) in after["structures"].Items())
        {
            if (!StructureRules.IsAway(structure))
            {
                if (before["structures"].Child(id) is JsonObject former && StructureRules.IsAway(former))
                    Clear(id, structure, hidden);
            }
            else if (structure.ContainsKey(Field) && HasNewPerson(before, after, id))
            {
                structure[Field] = "deter";
                hidden.SetDeterUntil(id, now + Lasts);
            }
        }
    }

    /// <summary>Returns the times at which the state is evaluated again, with the actions to run.</summary>
    public static IEnumerable<(DateTimeOffset Time, Action Apply)> Ends(JsonObject root, HiddenState hidden) =>
        hidden.DeterUntil.Select(alert => (alert.Time, (Action)(() => Clear(alert.StructureId, root["structures"].Child(alert.StructureId) as JsonObject, hidden))));

    /// <summary>Resets the security state.</summary>
    public static void Clear(string structureId, JsonObject? structure, HiddenState hidden)
    {
        hidden.SetDeterUntil(structureId, null);
        if (structure?.ContainsKey(Field) == true)
            structure[Field] = "ok";
    }

    private static bool HasNewPerson(JsonObject before, JsonObject after, string structureId) =>
        after["devices"].Child("cameras").Items().Any(camera =>
            camera.Item["structure_id"].Text() == structureId
            && !camera.Item["is_online"].IsFalse()
            && camera.Item["is_streaming"].IsTrue()
            && camera.Item["last_event"].Child("has_person").IsTrue()
            && !JsonNode.DeepEquals(camera.Item["last_event"], before["devices"].Child("cameras").Child(camera.Id).Child("last_event")));
}
