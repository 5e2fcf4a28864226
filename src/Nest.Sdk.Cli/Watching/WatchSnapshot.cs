using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>The first model.</summary>
/// <param name="At">When it came.</param>
/// <param name="Model">The home.</param>
/// <param name="Document">The whole document, masked.</param>
internal sealed record WatchSnapshot(DateTimeOffset At, DataModel Model, ReadOnlyMemory<byte> Document) : WatchEvent(At);
