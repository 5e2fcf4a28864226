using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>The first model.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Model">The home.</param>
/// <param name="Document">The whole masked document.</param>
internal sealed record WatchSnapshot(DateTimeOffset At, DataModel Model, ReadOnlyMemory<byte> Document) : WatchEvent(At);
