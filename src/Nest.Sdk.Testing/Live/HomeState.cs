using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Live;

/// <summary>All that there is to know of a home, also what its document does not tell.</summary>
internal sealed record HomeState(JsonObject Document, JsonObject Untold)
{
    public HomeState Copy() => new((JsonObject)Document.DeepClone(), (JsonObject)Untold.DeepClone());
}
