using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Live;

/// <summary>The whole state of a home: the document and the hidden state.</summary>
internal sealed record HomeState(JsonObject Document, JsonObject Hidden)
{
    public HomeState Copy() => new((JsonObject)Document.DeepClone(), (JsonObject)Hidden.DeepClone());
}
