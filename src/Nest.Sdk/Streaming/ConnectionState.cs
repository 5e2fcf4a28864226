namespace Nest.Sdk;

/// <summary>What the stream is doing, and since when.</summary>
public sealed record ConnectionState
{
    /// <summary>What the stream is doing. Default: <see cref="ConnectionStatus.Idle"/>.</summary>
    public ConnectionStatus Status { get; init; }

    /// <summary>Why the stream was last lost; null while it is idle, connected, or has never failed.</summary>
    public DisconnectReason? Reason { get; init; }

    /// <summary>When this state began, by the client's clock.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How many times in a row the stream could not be opened, or was lost before it had held for <see cref="NestClientOptions.StableAfter"/>; the waits grow by it. 0 while there is a connection, before the first failure, and while the stream is closed.</summary>
    public int Attempt { get; init; }

    /// <summary>When the next attempt starts; null when none is planned or one is under way.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }
}
