namespace Nest.Sdk.Wwn;

/// <summary>The error body of Works with Nest, whole, with the token masked: the data API's (see docs/protocol/works-with-nest.md#error-bodies) or the authorization server's (see docs/protocol/works-with-nest.md#authorization-errors).</summary>
public sealed record WwnServerError : NestServerError
{
    /// <summary>The member <c>type</c>: an address of documentation, whose stable part is <see cref="Anchor"/>. Null when it was not there.</summary>
    public string? Type { get; init; }

    /// <summary>The part of <see cref="Type"/> behind <c>#</c>, such as <c>mode-error</c>; unknown ones stay as they are. Null when there is none.</summary>
    public string? Anchor { get; init; }

    /// <summary>The member <c>instance</c> or <c>instance_id</c>: the server's id of this failure, for its support. Null when it was not there.</summary>
    public string? InstanceId { get; init; }
}
