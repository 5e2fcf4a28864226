namespace Nest.Sdk.Testing;

/// <summary>How a fake behaves from its start. Read once when it starts.</summary>
public sealed class FakeNestServerOptions
{
    /// <summary>Drives keep-alives, timestamps and the life of a PIN. The machine's clock by default; a fake clock makes tests fast.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Whether the front port sends data calls on to the data port with a 307 (section 3). True by default, as with Nest.</summary>
    public bool Redirect { get; set; } = true;

    /// <summary>How long a stream is silent before it gets a <c>keep-alive</c>. 30 s by default, as with Nest (section 6.2).</summary>
    public TimeSpan KeepAlivePeriod { get; set; } = TimeSpan.FromSeconds(30);
}
