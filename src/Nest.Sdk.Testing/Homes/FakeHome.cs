using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing;

/// <summary>
/// A whole home in the JSON data model of Nest. It is immutable: every method that changes it returns a new home. See
/// docs/protocol/works-with-nest.md#data-model.
/// </summary>
public sealed partial class FakeHome
{
    private FakeHome(JsonObject root) => Root = root;

    /// <summary>Gets a home without structures and devices. It has only <c>metadata</c>.</summary>
    public static FakeHome Empty => new(new JsonObject
    {
        ["devices"] = new JsonObject(),
        ["structures"] = new JsonObject(),
        ["metadata"] = new JsonObject { ["access_token"] = DocumentText.TokenPlaceholder, ["client_version"] = 1, ["user_id"] = UserId(1) },
    });

    internal JsonObject Root { get; }

    internal IEnumerable<string> StructureNames => Root["structures"].Items().Select(structure => structure.Item["name"].Text() ?? structure.Id);

    /// <summary>
    /// Reads a home from a JSON document such as <see cref="ToJson"/> returns. Any part may be missing, even all
    /// (<c>{}</c>). Comments and trailing commas are allowed. A <c>put</c> captured at the root is accepted too.
    /// </summary>
    /// <param name="json">
    /// The document. Tokens in its <c>metadata</c> and links are removed. Each server inserts its tokens again.
    /// </param>
    /// <exception cref="JsonException">The document is not a valid home. The message says where.</exception>
    public static FakeHome Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new FakeHome(HomeDocument.Read(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Reads a home from a stream of UTF-8 JSON, as <see cref="Load(string)"/> does.</summary>
    /// <param name="utf8Json">The document. The stream stays open.</param>
    /// <exception cref="JsonException">The document is not a valid home. The message says where.</exception>
    public static FakeHome Load(Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        using var bytes = new MemoryStream();
        utf8Json.CopyTo(bytes);
        return new FakeHome(HomeDocument.Read(bytes.ToArray()));
    }

    /// <summary>Reads a home from a file of UTF-8 JSON, as <see cref="Load(string)"/> does.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="JsonException">
    /// The document is not a valid home. The message names the file and the place.
    /// </exception>
    public static FakeHome LoadFile(string path)
    {
        try
        {
            return new FakeHome(HomeDocument.Read(File.ReadAllBytes(path)));
        }
        catch (JsonException error)
        {
            throw new JsonException($"{path}: {error.Message}", error.Path, error.LineNumber, error.BytePositionInLine, error);
        }
    }

    /// <summary>Writes the home as indented JSON, without any token.</summary>
    /// <param name="path">The file. An existing file is replaced.</param>
    public void SaveFile(string path) => File.WriteAllText(path, ToJson(indented: true));

    /// <summary>Returns the home as JSON, without any token.</summary>
    /// <param name="indented">Whether to indent the JSON. Default: false, compact.</param>
    public string ToJson(bool indented = false) => DocumentText.Render(Root, indented);

    /// <summary>Returns a copy of the value at a path. Null when the path does not exist.</summary>
    /// <param name="path">
    /// A path of the data model, such as <c>/structures</c> or <c>/devices/thermostats/ID/hvac_mode</c>.
    /// </param>
    public JsonNode? Get(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return DocumentPath.Parse(path).TryFind(Root, out var value) ? value?.DeepClone() : null;
    }

    /// <summary>
    /// Returns the home with a different user id for each further user of a server. Built homes share one user id.
    /// </summary>
    internal FakeHome OfUser(int number) =>
        Root["metadata"].Child("user_id").Text() == UserId(1) && number > 1 ? Set("/metadata/user_id", UserId(number)) : this;

    internal FakeHome Copy() => new((JsonObject)Root.DeepClone());

    private static string UserId(int number) => number == 1 ? "z.1.1.FAKE-USER=" : $"z.1.1.FAKE-USER-{number}=";
}
