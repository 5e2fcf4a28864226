using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Nest.Sdk;

/// <summary>What the stream is doing, and since when.</summary>
public sealed record ConnectionState
{
    /// <summary>What the stream is doing. Default: <see cref="ConnectionStatus.Idle"/>.</summary>
    public ConnectionStatus Status { get; init; }

    /// <summary>Why the stream was last lost. Null while it is idle, connected, or has never failed.</summary>
    public DisconnectReason? Reason { get; init; }

    /// <summary>The error of the last trouble, typed and without secrets. Null whenever <see cref="Reason"/> is. Not part of equality, text or JSON.</summary>
    [JsonIgnore]
    public NestException? Error { get; init; }

    /// <summary>When this state began, by the client's clock.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How many times in a row the stream could not be opened, or was lost before it had held for <see cref="NestClientOptions.StableAfter"/>; the waits grow by it. 0 while there is a connection, before the first failure, and while the stream is closed.</summary>
    public int Attempt { get; init; }

    /// <summary>When the next attempt starts. Null when none is planned or one is under way.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Compares everything but <see cref="Error"/>: two errors are never equal, not even of the same trouble.</summary>
    /// <param name="other">The other state.</param>
    /// <returns>True when both say the same.</returns>
    public bool Equals(ConnectionState? other) =>
        other is not null && Status == other.Status && Reason == other.Reason && Since == other.Since && Attempt == other.Attempt && NextAttemptAt == other.NextAttemptAt;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Status, Reason, Since, Attempt, NextAttemptAt);

    // Without the error, whose text has a stack trace in it.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Status = {Status}, Reason = {Reason}, Since = {Since}, Attempt = {Attempt}, NextAttemptAt = {NextAttemptAt}");
        return true;
    }
}
