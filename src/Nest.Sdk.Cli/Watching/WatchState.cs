namespace Nest.Sdk.Cli.Watching;

/// <summary>The connection state changed.</summary>
/// <param name="At">When it changed.</param>
/// <param name="State">The state, as a word for scripts.</param>
/// <param name="Reason">Why the stream was lost, as a word for scripts.</param>
/// <param name="NextAttemptAt">When the next attempt starts. Null when none is planned.</param>
/// <param name="Trouble">The last error with advice, for people. Null when nothing went wrong.</param>
internal sealed record WatchState(DateTimeOffset At, string State, string? Reason, DateTimeOffset? NextAttemptAt = null, string? Trouble = null) : WatchEvent(At);
