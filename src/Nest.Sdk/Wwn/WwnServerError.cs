namespace Nest.Sdk.Wwn;

/// <summary>The whole error body of Works with Nest, with the token masked.</summary>
/// <remarks>
/// See docs/protocol/works-with-nest.md#error-bodies for the data API, and
/// docs/protocol/works-with-nest.md#authorization-errors for the authorization server.
/// </remarks>
public sealed record WwnServerError : NestServerError
{
    /// <summary>
    /// The member <c>type</c>: the address of a documentation page, whose stable part is <see cref="Anchor"/>. Null
    /// when the service does not report it.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>
    /// The part of <see cref="Type"/> after <c>#</c>, such as <c>mode-error</c>. Unknown values are unchanged. Null
    /// when the type has no such part.
    /// </summary>
    public string? Anchor { get; init; }

    /// <summary>
    /// The member <c>instance</c> or <c>instance_id</c>: the server's id of this failure, for support requests. Null
    /// when the service does not report it.
    /// </summary>
    public string? InstanceId { get; init; }
}
