using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>A document that was compared and read, and is not committed yet.</summary>
internal readonly ref struct ReadHome
{
    /// <summary>The model of the document; the last one itself when it says nothing new.</summary>
    public required DataModel Model { get; init; }

    /// <summary>What differs from the document of the last model.</summary>
    public required JsonChanges Changes { get; init; }

    /// <summary>Whether the document says anything new.</summary>
    public required bool IsNew { get; init; }

    /// <summary>The version of <see cref="Model"/>.</summary>
    public required long Version { get; init; }

    /// <summary>The whole reading; null when none was needed.</summary>
    public required DataModelReadResult? Result { get; init; }
}
