namespace Nest.Sdk.Testing.Streams;

/// <summary>The settings of all streams of a fake.</summary>
internal sealed record StreamSettings(TimeProvider Time, TimeSpan KeepAlivePeriod, int MaxPendingBytes, Action<string?> Revoke);
