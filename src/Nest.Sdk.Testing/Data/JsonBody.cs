using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Rules;

namespace Nest.Sdk.Testing.Data;

/// <summary>Reads the JSON body of a call.</summary>
internal static class JsonBody
{
    /// <summary>Reads the body. Returns the refusal of invalid JSON, or null.</summary>
    public static Refusal? Read(ReadOnlySpan<byte> body, out JsonNode? value)
    {
        value = null;
        try
        {
            value = JsonText.Parse(body);
            return null;
        }
        catch (JsonException)
        {
            return Refusal.InvalidJson;
        }
    }
}
