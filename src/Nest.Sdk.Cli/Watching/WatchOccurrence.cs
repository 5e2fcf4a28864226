namespace Nest.Sdk.Cli.Watching;

/// <summary>Something that happened, as opposed to what is.</summary>
/// <param name="Name">The name of the device, for people.</param>
/// <param name="What">What happened.</param>
internal sealed record WatchOccurrence(string Name, NestEvent What) : WatchEvent(What.OccurredAt);
