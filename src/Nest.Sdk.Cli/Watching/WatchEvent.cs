namespace Nest.Sdk.Cli.Watching;

/// <summary>An item that a watch shows, in order. All content is masked.</summary>
internal abstract record WatchEvent(DateTimeOffset At);
