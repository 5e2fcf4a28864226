namespace Nest.Sdk.Cli.Watching;

/// <summary>The connection is in another state.</summary>
internal sealed record WatchState(DateTimeOffset At, string State, string? Reason, DateTimeOffset? NextAttemptAt = null) : WatchEvent(At);
