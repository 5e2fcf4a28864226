using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Puts another value where the write has put its own.</summary>
internal sealed class AdjustedWrite(string field, JsonNode? value, TimeSpan? after) : IWriteTwist
{
    public void Twist(AcceptedWrite write, Action<TimeSpan, Action<JsonObject>> later)
    {
        if (after is { } delay)
        {
            later(delay, root => Adjust(root, write.Owner));
        }
        else
        {
            Adjust(write.After, write.Owner);
        }
    }

    private void Adjust(JsonObject root, DocumentPath path)
    {
        if (path.TryFind(root, out var owner) && owner is JsonObject fields)
        {
            TemperatureScales.SetBoth(fields, field, value);
        }
    }
}
