using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>The changes since the last update.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="IsCaughtUp">Whether the changes happened while the connection was lost.</param>
/// <param name="Previous">The previous home.</param>
/// <param name="Model">The current home.</param>
/// <param name="Changes">The differences between the masked documents. Never empty.</param>
internal sealed record WatchUpdate(DateTimeOffset At, bool IsCaughtUp, DataModel Previous, DataModel Model, IReadOnlyList<WatchChange> Changes) : WatchEvent(At);
