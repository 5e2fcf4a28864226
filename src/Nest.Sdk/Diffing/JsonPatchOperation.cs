using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>One change of a JSON document, with copies of its own of both values: valid for ever.</summary>
public sealed class JsonPatchOperation
{
    /// <summary>What happened.</summary>
    public required JsonPatchKind Kind { get; init; }

    /// <summary>Where, as a JSON pointer (RFC 6901), such as <c>/devices/thermostats/ID/humidity</c>; empty for the whole document.</summary>
    public required string Path { get; init; }

    /// <summary>The value before, as Nest sent it, secrets included; null for <see cref="JsonPatchKind.Add"/>.</summary>
    public JsonElement? OldValue { get; init; }

    /// <summary>The value now, as Nest sent it, secrets included; null for <see cref="JsonPatchKind.Remove"/>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The kind and the path. Never a value: it may hold a secret.</summary>
    /// <returns>Such as <c>replace /structures/ID/away</c>.</returns>
    public override string ToString() => $"{Kind switch { JsonPatchKind.Add => "add", JsonPatchKind.Remove => "remove", _ => "replace" }} {Path}";
}
