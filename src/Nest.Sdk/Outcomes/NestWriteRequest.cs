using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>One request of a write, as it is sent.</summary>
public sealed record NestWriteRequest
{
    /// <summary>The HTTP method, such as <c>PUT</c>. Default: empty.</summary>
    public string Method { get; init; } = "";

    /// <summary>
    /// The path of the device or structure in the addressing of the backend, such as <c>/structures/ID</c>. Default:
    /// empty.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>The JSON body, with only the fields to change. Default: JSON null.</summary>
    public RawJson Body { get; init; }
}
