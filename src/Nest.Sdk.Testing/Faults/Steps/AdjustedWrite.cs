using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Puts another value where the write has put its own.</summary>
internal sealed class AdjustedWrite(string field, JsonNode? value, TimeSpan? after) : IWriteTwist
{
    public void Twist(AcceptedWrite write, Action<TimeSpan, Action<HomeState>> later)
    {
        if (after is not { } delay)
        {
            TemperatureScales.SetBoth(write.Owner, field, value);
            return;
        }

        var path = PathOf(write.Owner);
        later(delay, present =>
        {
            // Removed meanwhile: there is nothing to adjust.
            if (path.Aggregate<string, JsonNode?>(present.Document, (node, name) => (node as JsonObject)?[name]) is JsonObject owner)
            {
                TemperatureScales.SetBoth(owner, field, value);
            }
        });
    }

    private static IReadOnlyList<string> PathOf(JsonNode node) =>
        node.Parent is null ? [] : [.. PathOf(node.Parent), node.GetPropertyName()];
}
