using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Diffing.Json;

namespace Nest.Sdk.Diffing;

/// <summary>
/// One operation of a JSON Patch (RFC 6902). Contains copies of its values, so it does not depend on any buffer.
/// </summary>
/// <remarks>
/// In JSON it is the operation of RFC 6902, <c>{"op":"replace","path":"/a","old":1,"value":2}</c>, with unmasked
/// values.
/// <c>old</c> is <see cref="OldValue"/>: RFC 6902 requires readers to ignore unknown members.
/// </remarks>
[JsonConverter(typeof(JsonPatchOperationConverter))]
public sealed class JsonPatchOperation
{
    /// <summary>The kind of the operation.</summary>
    public required JsonPatchKind Kind { get; init; }

    /// <summary>
    /// The path of the value, as a JSON pointer (RFC 6901), such as <c>/devices/thermostats/ID/humidity</c>. Empty for
    /// the whole document.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>
    /// The source path, as a JSON pointer. Null except for <see cref="JsonPatchKind.Move"/> and
    /// <see cref="JsonPatchKind.Copy"/>.
    /// </summary>
    public string? From { get; init; }

    /// <summary>
    /// The old value, including secrets. Null for <see cref="JsonPatchKind.Add"/>, and in a patch that
    /// <see cref="JsonPatch.Parse"/> read. Not part of RFC 6902.
    /// </summary>
    public JsonElement? OldValue { get; init; }

    /// <summary>
    /// The new value, including secrets. Null for <see cref="JsonPatchKind.Remove"/>, <see cref="JsonPatchKind.Move"/>
    /// and <see cref="JsonPatchKind.Copy"/>.
    /// </summary>
    public JsonElement? Value { get; init; }

    /// <summary>The kind and the paths. Never a value, which may be a secret.</summary>
    /// <returns>Text such as <c>replace /structures/ID/away</c>.</returns>
    public override string ToString() => From is null ? $"{JsonPatch.NameOf(Kind)} {Path}" : $"{JsonPatch.NameOf(Kind)} {From} {Path}";
}
