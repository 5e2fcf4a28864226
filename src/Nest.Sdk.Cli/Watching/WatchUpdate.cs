using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>What has changed since the last one.</summary>
/// <param name="At">When it came.</param>
/// <param name="IsCaughtUp">Whether it happened while the connection was lost.</param>
/// <param name="Previous">The home before.</param>
/// <param name="Model">The home now.</param>
/// <param name="Changes">The differences between the masked documents; never empty.</param>
internal sealed record WatchUpdate(DateTimeOffset At, bool IsCaughtUp, DataModel Previous, DataModel Model, IReadOnlyList<WatchChange> Changes) : WatchEvent(At);
