using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>One field of a write, and what was seen of it.</summary>
public sealed record NestFieldResult
{
    /// <summary>The name in the home's document, such as <c>target_temperature_c</c>. Default: empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The value that was or would be sent. Default: JSON's null.</summary>
    public RawJson Sent { get; init; }

    /// <summary>The value that the stream showed last. Null when the field was not watched, or the stream did not show it.</summary>
    public RawJson? Seen { get; init; }

    /// <summary>What became of this field.</summary>
    public NestWriteOutcome Outcome { get; init; }
}
