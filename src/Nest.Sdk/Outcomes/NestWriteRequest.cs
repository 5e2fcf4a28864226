using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>One request of a write as it goes over the wire.</summary>
public sealed record NestWriteRequest
{
    /// <summary>The HTTP method, such as <c>PUT</c>. Default: empty.</summary>
    public string Method { get; init; } = "";

    /// <summary>The path of one device or structure in the backend's own addressing, such as <c>/structures/ID</c>. Default: empty.</summary>
    public string Path { get; init; } = "";

    /// <summary>The JSON body: what to change, and nothing else. Default: JSON's null.</summary>
    public RawJson Body { get; init; }
}
