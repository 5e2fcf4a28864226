using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>Writes the values of a document as JSON.</summary>
internal static class DocumentText
{
    /// <summary>
    /// The placeholder for the caller's token in a document. Views replace it, so a saved home contains no token.
    /// </summary>
    public const string TokenPlaceholder = "c.FAKE-TOKEN-OF-THE-CALLER";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    public static string Render(JsonNode? value, bool indented = false) => value?.ToJsonString(indented ? Indented : Compact) ?? "null";

    /// <summary>Renders a value for the holder of a token.</summary>
    public static string RenderFor(string token, JsonNode? value) => Render(value).Replace(TokenPlaceholder, token, StringComparison.Ordinal);
}
