using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>A document that was compared and read, but not committed yet.</summary>
internal readonly ref struct ReadHome
{
    /// <summary>The model of the document. The last model itself when nothing is new.</summary>
    public required DataModel Model { get; init; }

    /// <summary>The differences from the document of the last model.</summary>
    public required JsonChanges Changes { get; init; }

    /// <summary>Whether the document changes the model.</summary>
    public required bool IsNew { get; init; }

    /// <summary>The version of <see cref="Model"/>.</summary>
    public required long Version { get; init; }

    /// <summary>How the backend learned of what is new.</summary>
    public DataModelChangeSource Source { get; init; }

    /// <summary>The result of reading the whole document. Null when that was not needed.</summary>
    public required DataModelReadResult? Result { get; init; }
}
