using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>A model, and how old the knowledge is.</summary>
public sealed record DataModelSnapshot
{
    /// <summary>The home.</summary>
    public required DataModel Model { get; init; }

    /// <summary>When the document came, by the client's clock. A document that said nothing new counts too: it confirmed the model.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>True while no open stream keeps the model current: before the first connection, during an outage, and after the stream was closed. The home may have changed since <see cref="ReceivedAt"/>.</summary>
    public bool IsStale { get; init; }

    /// <summary>
    /// The version of the last model that the stream has published, as <see cref="DataModelChange.ModelVersion"/>; 0 before the first. This model is at least as new: one that
    /// <see cref="INestClient.GetAsync"/> read is not published and leaves the version as it is.
    /// </summary>
    public long ModelVersion { get; init; }

    /// <summary>The time by the monotonic clock from which on the home may have changed.</summary>
    internal long KnownSince { get; init; }
}
