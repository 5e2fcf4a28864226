namespace Nest.Sdk.Testing.Streams;

/// <summary>What all streams of a fake have in common.</summary>
internal sealed record StreamSettings(TimeProvider Time, TimeSpan KeepAlivePeriod, int MaxPendingBytes, Action<string?> Revoke);
