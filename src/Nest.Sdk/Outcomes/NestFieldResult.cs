using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>One field of a write, and its value in the stream afterwards.</summary>
public sealed record NestFieldResult
{
    /// <summary>The name in the home's document, such as <c>target_temperature_c</c>. Default: empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The value that was sent, or would be sent in a dry run. Default: JSON null.</summary>
    public RawJson Sent { get; init; }

    /// <summary>
    /// The last value of the field in the stream. Null when the field was not watched, or the stream did not report it.
    /// </summary>
    public RawJson? Seen { get; init; }

    /// <summary>The outcome for this field.</summary>
    public NestWriteOutcome Outcome { get; init; }
}
