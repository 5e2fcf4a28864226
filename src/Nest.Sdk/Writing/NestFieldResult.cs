using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>One field of a write, and what was seen of it.</summary>
public sealed record NestFieldResult
{
    /// <summary>The name on the wire, such as <c>target_temperature_c</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value that was or would be sent.</summary>
    public required RawJson Sent { get; init; }

    /// <summary>The value that the stream showed last; null when it was not watched, or did not show the field.</summary>
    public RawJson? Seen { get; init; }

    /// <summary>What became of this field.</summary>
    public NestWriteOutcome Outcome { get; init; }
}
