using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>The result of <see cref="DataModelReader.Read"/>.</summary>
public sealed record DataModelReadResult
{
    /// <summary>The home.</summary>
    public required DataModel Model { get; init; }

    /// <summary>The values that could not be read, or had an unusual form, in document order. Usually empty.</summary>
    public EquatableArray<ReadIssue> Issues { get; init; }
}
