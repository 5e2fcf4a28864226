namespace Nest.Sdk.Streaming;

/// <summary>The settings of <see cref="ReconnectPolicy"/>, taken from the options.</summary>
/// <param name="FirstDelay">The longest first delay. Each further one doubles.</param>
/// <param name="MaxDelay">The longest delay.</param>
/// <param name="StableAfter">How long a stream must receive bytes before the delays start over.</param>
internal sealed record ReconnectSettings(TimeSpan FirstDelay, TimeSpan MaxDelay, TimeSpan StableAfter);
