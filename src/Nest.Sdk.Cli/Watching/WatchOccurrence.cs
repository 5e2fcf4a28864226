namespace Nest.Sdk.Cli.Watching;

/// <summary>An event, as opposed to a state.</summary>
/// <param name="Name">The name of the device, for people.</param>
/// <param name="What">What happened.</param>
internal sealed record WatchOccurrence(string Name, NestEvent What) : WatchEvent(What.OccurredAt);
