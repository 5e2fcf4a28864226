namespace Nest.Sdk.Cli.Watching;

/// <summary>The connection state changed.</summary>
/// <param name="At">When it changed.</param>
/// <param name="State">The state, as a word for scripts.</param>
/// <param name="Reason">Why the stream was lost, as a word for scripts.</param>
/// <param name="NextAttemptAt">When the next attempt starts. Null when none is planned.</param>
/// <param name="Trouble">The last error with advice, for people. Null when nothing went wrong.</param>
internal sealed record WatchState(DateTimeOffset At, string State, string? Reason, DateTimeOffset? NextAttemptAt = null, string? Trouble = null) : WatchEvent(At)
{
    /// <summary>Said to people while <see cref="IsDegraded"/> is set.</summary>
    public const string DegradedText = "Google reports a state that is not plausible, such as devices without values. The last values are shown.";

    /// <summary>The last error. Null when nothing went wrong.</summary>
    public NestException? Error { get; init; }

    /// <summary>Whether the service reports a state that is not believed.</summary>
    public bool IsDegraded { get; init; }

    /// <summary>Whether nothing but <see cref="IsDegraded"/> differs from the state before. Not a line for scripts.</summary>
    public bool IsSameConnection { get; init; }
}
