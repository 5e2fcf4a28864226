using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Data;

/// <summary>A write that no rule refused, before anybody sees it. <paramref name="After"/> may still be changed.</summary>
internal sealed record AcceptedWrite(LiveHome Home, DocumentPath Path, JsonObject Before, JsonObject After)
{
    /// <summary>The device or structure that was written to.</summary>
    public DocumentPath Owner => Path.Take(Path.Segments is ["structures", ..] ? 2 : 3);
}
