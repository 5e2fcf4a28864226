using System.Text.RegularExpressions;
using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Session;

/// <summary>The outputs, the secret mask and the switches that every command shares.</summary>
internal sealed class ToolSession
{
    /// <summary>Every secret is added here before it is used.</summary>
    public SecretMask Mask { get; } = new();

    /// <summary>Standard output, for results.</summary>
    public StandardOutput Out { get; } = new();

    /// <summary>Standard error, for diagnostics; masked.</summary>
    public TextWriter Error { get; }

    public bool IsJson { get; init; }

    public bool IsVerbose { get; init; }

    /// <summary>
    /// Added to every failure of the service: that the server is one of Nest's own, which were switched off. Null with
    /// other servers.
    /// </summary>
    public string? Advice { get; set; }

    /// <summary>
    /// Added to the refusal of a token: how to get another one, with the command to copy at its end. Null where no home
    /// is read.
    /// </summary>
    public string? Login { get; set; }

    /// <summary>
    /// Names of the library's options in its messages, and what this user sets instead. Empty where they are not needed.
    /// </summary>
    public IReadOnlyList<(string Option, string Setting)> Names { get; set; } = [];

    /// <summary>Replaces the names of the library's options in a text of the library.</summary>
    public string WithSettings(string text) =>
        Names.Aggregate(text, static (all, name) => Regex.Replace(all, $@"(?<![\w.]){Regex.Escape(name.Option)}(?!\w)", name.Setting, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    public ToolSession() => Error = new MaskedWriter(System.Console.Error, Mask);
}
