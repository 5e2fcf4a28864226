using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Replaces the written value with another.</summary>
internal sealed class AdjustedWrite(string field, JsonNode? value, TimeSpan? after) : IWriteAlteration
{
    public void Alter(AcceptedWrite write, Action<TimeSpan, Action<HomeState>> later)
    {
        if (after is not { } delay)
        {
            Adjust(write.Owner);
            return;
        }

        var path = PathOf(write.Owner);
        later(delay, present =>
        {
            // The device or structure may have been removed in the meantime.
            if (path.Aggregate<string, JsonNode?>(present.Document, (node, name) => (node as JsonObject)?[name]) is JsonObject owner)
                Adjust(owner);
        });
    }

    private void Adjust(JsonObject owner)
    {
        TemperatureScales.SetBoth(owner, field, value);
        if (TemperatureScales.IsSetpoint(field) || field is "hvac_mode")
            HvacStates.Follow(owner);
    }

    private static IReadOnlyList<string> PathOf(JsonNode node) =>
        node.Parent is null ? [] : [.. PathOf(node.Parent), node.GetPropertyName()];
}
