namespace Nest.Sdk.Cli.Watching;

/// <summary>What a watch shows, in the order it happened. All of it is masked.</summary>
internal abstract record WatchEvent(DateTimeOffset At);
