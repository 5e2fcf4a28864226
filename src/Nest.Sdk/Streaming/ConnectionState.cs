using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Nest.Sdk;

/// <summary>The state of the stream, and when it began.</summary>
public sealed record ConnectionState
{
    /// <summary>The status of the stream. Default: <see cref="ConnectionStatus.Idle"/>.</summary>
    public ConnectionStatus Status { get; init; }

    /// <summary>
    /// The reason for which the stream was last lost. Null while it is idle or connected, or has never failed.
    /// </summary>
    public DisconnectReason? Reason { get; init; }

    /// <summary>
    /// The last error, typed and without secrets. Null when <see cref="Reason"/> is null. Not part of equality, text or
    /// JSON.
    /// </summary>
    [JsonIgnore]
    public NestException? Error { get; init; }

    /// <summary>The time at which this state began, by the client's clock.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>
    /// The number of times in a row that the stream could not be opened or was lost within
    /// <see cref="NestClientOptions.StableAfter"/>. The delays grow with it. Zero while the stream is connected or
    /// closed, and before the first failure.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>The time at which the next attempt starts. Null when none is planned or one is running.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>
    /// Whether the service currently reports a state that is not believed, such as devices without any values: the home
    /// shows the last values, and <see cref="INestClient.Latest"/> is stale. Only Google's SDM does so. False unless
    /// the stream is connected.
    /// </summary>
    public bool IsDegraded { get; init; }

    /// <summary>Compares everything but <see cref="Error"/>, because two error objects are never equal.</summary>
    /// <param name="other">The other state.</param>
    /// <returns>True when all other properties are equal.</returns>
    public bool Equals(ConnectionState? other) =>
        other is not null && Status == other.Status && Reason == other.Reason && Since == other.Since && Attempt == other.Attempt && NextAttemptAt == other.NextAttemptAt && IsDegraded == other.IsDegraded;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Status, Reason, Since, Attempt, NextAttemptAt, IsDegraded);

    // Without the error, whose text includes a stack trace.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Status = {Status}, Reason = {Reason}, Since = {Since}, Attempt = {Attempt}, NextAttemptAt = {NextAttemptAt}, IsDegraded = {IsDegraded}");
        return true;
    }
}
