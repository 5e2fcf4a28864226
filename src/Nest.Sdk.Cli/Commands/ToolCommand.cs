using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Commands;

/// <summary>A command that does something.</summary>
internal abstract class ToolCommand : Command
{
    /// <param name="name">As it is typed.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="examples">Command lines to copy; they stand at the end of its help.</param>
    protected ToolCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        // What the parser needs to know that this is a command to run; help and completion are its own.
        SetAction((_, _) => Task.FromResult(ExitCodes.Failed));
    }

    public IReadOnlyList<string> Examples { get; }

    public virtual int CodeWhenInterrupted => ExitCodes.Interrupted;

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken);
}
