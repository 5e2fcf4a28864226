namespace Nest.Sdk.Testing.Streams;

/// <summary>How the connection of a stream breaks.</summary>
internal enum Breakage
{
    /// <summary>RST.</summary>
    Reset,

    /// <summary>FIN, in the middle of the answer.</summary>
    Close,
}
