using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// The security state of structures (section 8.2): <c>deter</c> for a while when a camera reports a person and nobody is home, <c>ok</c> at once
/// when somebody comes home.
/// </summary>
internal static class SecurityEffects
{
    private const string Field = "wwn_security_state";

    // The reference says "some minutes".
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>After a change by the test, which asks no rule and yet tells what has happened.</summary>
    public static void Follow(JsonObject before, JsonObject after, DateTimeOffset now, UntoldState untold)
    {
        foreach (var (id, structure) in after["structures"].Items())
        {
            if (!StructureRules.IsAway(structure))
            {
                if (before["structures"].Child(id) is JsonObject former && StructureRules.IsAway(former))
                {
                    Calm(id, structure, untold);
                }
            }
            else if (structure.ContainsKey(Field) && HasNewPerson(before, after, id))
            {
                structure[Field] = "deter";
                untold.SetDeterUntil(id, now + Lasts);
            }
        }
    }

    /// <summary>When it is looked at again, with what happens then.</summary>
    public static IEnumerable<(DateTimeOffset Time, Action Apply)> Ends(JsonObject root, UntoldState untold) =>
        untold.DeterUntil.Select(alert => (alert.Time, (Action)(() => Calm(alert.StructureId, root["structures"].Child(alert.StructureId) as JsonObject, untold))));

    /// <summary>All is well.</summary>
    public static void Calm(string structureId, JsonObject? structure, UntoldState untold)
    {
        untold.SetDeterUntil(structureId, null);
        if (structure?.ContainsKey(Field) == true)
        {
            structure[Field] = "ok";
        }
    }

    private static bool HasNewPerson(JsonObject before, JsonObject after, string structureId) =>
        after["devices"].Child("cameras").Items().Any(camera =>
            camera.Item["structure_id"].Text() == structureId
            && !camera.Item["is_online"].IsFalse()
            && camera.Item["is_streaming"].IsTrue()
            && camera.Item["last_event"].Child("has_person").IsTrue()
            && !JsonNode.DeepEquals(camera.Item["last_event"], before["devices"].Child("cameras").Child(camera.Id).Child("last_event")));
}
