using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing;

/// <summary>
/// A whole home as one JSON data model in Nest's shape (reference, section 8). It never changes: every method gives a new home.
/// </summary>
public sealed partial class FakeHome
{
    /// <summary>Stands wherever the document holds the caller's token; the server fills it in, so a saved home holds none.</summary>
    internal const string TokenPlaceholder = "c.FAKE-TOKEN-OF-THE-CALLER";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private FakeHome(JsonObject root) => Root = root;

    /// <summary>A home with no structure and no device, only <c>metadata</c>.</summary>
    public static FakeHome Empty => new(new JsonObject
    {
        ["devices"] = new JsonObject(),
        ["structures"] = new JsonObject(),
        ["metadata"] = new JsonObject { ["access_token"] = TokenPlaceholder, ["client_version"] = 1, ["user_id"] = "z.1.1.FAKE-USER=" },
    });

    internal JsonObject Root { get; }

    internal IEnumerable<string> StructureNames => Root["structures"].Items().Select(structure => structure.Item["name"].Text() ?? structure.Id);

    /// <summary>Reads a home from a JSON document such as <see cref="ToJson"/> gives. Anything that is a JSON object will do, <c>{}</c> too.</summary>
    /// <param name="json">The document. A token in its <c>metadata</c> is replaced: each server puts in its own.</param>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    public static FakeHome Load(string json) => FromNode(JsonNode.Parse(json, documentOptions: Strict));

    /// <summary>Reads a home from a stream of UTF-8 JSON.</summary>
    /// <param name="utf8Json">The document; the stream stays open.</param>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    public static FakeHome Load(Stream utf8Json) => FromNode(JsonNode.Parse(utf8Json, documentOptions: Strict));

    /// <summary>Reads a home from a file of UTF-8 JSON.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="JsonException">The file does not hold one JSON object.</exception>
    public static FakeHome LoadFile(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file);
    }

    /// <summary>Writes the home as indented JSON, without any token.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    public void SaveFile(string path) => File.WriteAllText(path, ToJson(indented: true));

    /// <summary>The home as JSON, without any token.</summary>
    /// <param name="indented">Indented for people; compact by default.</param>
    public string ToJson(bool indented = false) => Root.ToJsonString(indented ? Indented : Compact);

    /// <summary>The value at a path, as a copy; null when nothing is there.</summary>
    /// <param name="path">A path of the data model, such as <c>/structures</c> or <c>/devices/thermostats/ID/hvac_mode</c>.</param>
    public JsonNode? Get(string path) => DocumentPath.Parse(path).TryFind(Root, out var value) ? value?.DeepClone() : null;

    internal static string Render(JsonNode? value, string token) =>
        value is null ? "null" : value.ToJsonString(Compact).Replace(TokenPlaceholder, token, StringComparison.Ordinal);

    internal FakeHome Copy() => new((JsonObject)Root.DeepClone());

    private static FakeHome FromNode(JsonNode? node)
    {
        var root = node as JsonObject ?? throw new JsonException("A home is one JSON object.");
        if (root["metadata"] is JsonObject metadata && metadata.ContainsKey("access_token"))
        {
            metadata["access_token"] = TokenPlaceholder;
        }

        return new FakeHome(root);
    }
}
