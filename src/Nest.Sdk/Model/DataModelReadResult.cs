using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>What <see cref="DataModelReader.Read"/> made of a document.</summary>
public sealed record DataModelReadResult
{
    /// <summary>The home.</summary>
    public required DataModel Model { get; init; }

    /// <summary>What could not be read, or was read in an unusual form, in the order of the document; empty as a rule.</summary>
    public EquatableArray<ReadIssue> Issues { get; init; }
}
