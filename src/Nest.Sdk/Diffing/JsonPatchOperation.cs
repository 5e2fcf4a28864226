using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Diffing.Json;

namespace Nest.Sdk.Diffing;

/// <summary>One operation of a patch (RFC 6902), with copies of its own of its values: valid for ever.</summary>
/// <remarks>
/// As JSON it is the operation of RFC 6902, <c>{"op":"replace","path":"/a","old":1,"value":2}</c>, values and their secrets as they are.
/// <c>old</c> is <see cref="OldValue"/>: readers of RFC 6902 ignore members that they do not know.
/// </remarks>
[JsonConverter(typeof(JsonPatchOperationConverter))]
public sealed class JsonPatchOperation
{
    /// <summary>What happens.</summary>
    public required JsonPatchKind Kind { get; init; }

    /// <summary>Where, as a JSON pointer (RFC 6901), such as <c>/devices/thermostats/ID/humidity</c>; empty for the whole document.</summary>
    public required string Path { get; init; }

    /// <summary>Where the value comes from, as a JSON pointer; null unless <see cref="JsonPatchKind.Move"/> or <see cref="JsonPatchKind.Copy"/>.</summary>
    public string? From { get; init; }

    /// <summary>The value before, secrets included; null for <see cref="JsonPatchKind.Add"/>, and in a patch that <see cref="JsonPatch.Parse"/> read. Not part of RFC 6902.</summary>
    public JsonElement? OldValue { get; init; }

    /// <summary>The value now, secrets included; null for <see cref="JsonPatchKind.Remove"/>, <see cref="JsonPatchKind.Move"/> and <see cref="JsonPatchKind.Copy"/>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The kind and the paths. Never a value: it may hold a secret.</summary>
    /// <returns>Such as <c>replace /structures/ID/away</c>.</returns>
    public override string ToString() => From is null ? $"{JsonPatch.NameOf(Kind)} {Path}" : $"{JsonPatch.NameOf(Kind)} {From} {Path}";
}
