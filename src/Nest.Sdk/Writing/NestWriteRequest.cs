using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>A write as it goes over the wire (reference §5).</summary>
public sealed record NestWriteRequest
{
    /// <summary>The HTTP method: <c>PUT</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path of one device or structure, such as <c>/structures/ID</c>.</summary>
    public required string Path { get; init; }

    /// <summary>A JSON object with the fields to change, and no others.</summary>
    public required RawJson Body { get; init; }
}
