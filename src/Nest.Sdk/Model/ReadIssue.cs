using System.Text.Json;

namespace Nest.Sdk.Model;

/// <summary>A value in a document that is not of the kind its field has. It never costs the rest of the document.</summary>
public sealed record ReadIssue
{
    /// <summary>The exact place as a JSON Pointer (RFC 6901), such as <c>/devices/thermostats/ID/humidity</c>. It may hold ids; it holds no values.</summary>
    public required string Path { get; init; }

    /// <summary>The place with <c>*</c> for ids and positions, such as <c>/devices/thermostats/*/humidity</c>: the same for all devices, to log once a field.</summary>
    public required string Field { get; init; }

    /// <summary>The kind of value that was found.</summary>
    public required JsonValueKind Found { get; init; }

    /// <summary>What the field holds as a rule, such as <c>a whole number</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>True when the value was understood all the same; false when the field reads as absent.</summary>
    public bool IsConverted { get; init; }
}
