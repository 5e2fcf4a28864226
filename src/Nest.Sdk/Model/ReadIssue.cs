using System.Text.Json;

namespace Nest.Sdk.Model;

/// <summary>
/// A value in a document that does not have the kind of its field. The rest of the document is still read.
/// </summary>
public sealed record ReadIssue
{
    /// <summary>
    /// The path as a JSON Pointer (RFC 6901), such as <c>/devices/thermostats/ID/humidity</c>. Can contain ids, but no
    /// values.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>
    /// The path with <c>*</c> for ids and positions, such as <c>/devices/thermostats/*/humidity</c>. The same for all
    /// devices, to log once per field.
    /// </summary>
    public required string Field { get; init; }

    /// <summary>The kind of the value.</summary>
    public required JsonValueKind Found { get; init; }

    /// <summary>The expected value, such as <c>a whole number</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>Whether the value was converted. False when the field reads as absent.</summary>
    public bool IsConverted { get; init; }
}
