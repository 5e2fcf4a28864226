using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Session;

/// <summary>What every command has: where to write, what never to write, and how to end.</summary>
internal sealed class ToolSession
{
    /// <summary>Everything that must not be seen goes in here before anything else is done with it.</summary>
    public SecretMask Mask { get; } = new();

    /// <summary>Standard output, for results.</summary>
    public StandardOutput Out { get; } = new();

    /// <summary>Standard error, for diagnostics; masked.</summary>
    public TextWriter Error { get; }

    public bool IsJson { get; init; }

    public bool IsVerbose { get; init; }

    /// <summary>What every failure of the service says besides: that the server is one of Nest's own, which are gone. Null with other servers.</summary>
    public string? Advice { get; set; }

    public ToolSession() => Error = new MaskedWriter(System.Console.Error, Mask);
}
