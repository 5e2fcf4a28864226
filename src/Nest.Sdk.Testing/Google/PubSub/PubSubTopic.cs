using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>A topic. Guarded by the lock of the broker.</summary>
/// <param name="name">The whole name.</param>
internal sealed class PubSubTopic(string name)
{
    public string Name => name;

    /// <summary>Who may do what with it.</summary>
    public PubSubPolicy Policy { get; } = new();

    /// <summary>Returns the topic as Google writes it.</summary>
    public JsonObject ToJson() => new() { ["name"] = name };
}
