namespace Nest.Sdk;

/// <summary>The error body of an answer, whole, with the token masked: the data API's (reference §12.1) or the authorization server's (§2.3).</summary>
public sealed record NestServerError
{
    /// <summary>The member <c>error</c>: a short text or code; null when it was not there.</summary>
    public string? Error { get; init; }

    /// <summary>The member <c>message</c> or <c>error_description</c>, variables filled in; null when it was not there.</summary>
    public string? Message { get; init; }

    /// <summary>The member <c>type</c>: an address of documentation, whose stable part is <see cref="Anchor"/>; null when it was not there.</summary>
    public string? Type { get; init; }

    /// <summary>The part of <see cref="Type"/> behind <c>#</c>, such as <c>mode-error</c>; unknown ones stay as they are; null when there is none.</summary>
    public string? Anchor { get; init; }

    /// <summary>The member <c>instance</c> or <c>instance_id</c>: the server's id of this failure; null when it was not there.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The member <c>details</c>: the variables of the message. Names vary by error; values that are no text are JSON. Empty when it was not there.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
