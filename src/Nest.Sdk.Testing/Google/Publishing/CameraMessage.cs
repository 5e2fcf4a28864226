using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>What a message says of a camera.</summary>
/// <param name="Entries">The entries of the events.</param>
/// <param name="ThreadId">The thread. Null for a message that stands alone.</param>
/// <param name="State">The state of the thread.</param>
internal sealed record CameraMessage(JsonObject Entries, string? ThreadId, string State);
