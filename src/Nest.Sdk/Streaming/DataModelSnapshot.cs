using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>A model and its age.</summary>
public sealed record DataModelSnapshot
{
    /// <summary>The home.</summary>
    public required DataModel Model { get; init; }

    /// <summary>
    /// The time at which the document arrived, by the client's clock. An unchanged document counts too, because it
    /// confirms the model.
    /// </summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// Whether no open stream keeps the model current: before the first connection, during an outage, and after the
    /// stream was closed. The home may have changed since <see cref="ReceivedAt"/>.
    /// </summary>
    public bool IsStale { get; init; }

    /// <summary>
    /// The version of the last model that the stream published, as in <see cref="DataModelChange.ModelVersion"/>. Zero
    /// before the first. This model is at least as new: a model read by <see cref="INestClient.GetAsync"/> is not
    /// published and does not change the version.
    /// </summary>
    public long ModelVersion { get; init; }

    /// <summary>The time, by the monotonic clock, since which the home may have changed.</summary>
    internal long KnownSince { get; init; }
}
