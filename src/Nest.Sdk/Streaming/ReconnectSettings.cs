namespace Nest.Sdk.Streaming;

/// <summary>What <see cref="ReconnectPolicy"/> needs of the options.</summary>
/// <param name="FirstDelay">The longest first wait; each further one doubles.</param>
/// <param name="MaxDelay">The cap of the wait.</param>
/// <param name="StableAfter">Over how long a stream must bring bytes before the waits start over.</param>
internal sealed record ReconnectSettings(TimeSpan FirstDelay, TimeSpan MaxDelay, TimeSpan StableAfter);
