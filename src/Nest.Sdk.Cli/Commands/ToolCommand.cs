using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

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

    /// <summary>Options of every command that mean nothing to this one: accepted, but not shown. Only <c>nest auth</c> needs a token endpoint.</summary>
    public virtual IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.TokenEndpoint];

    public virtual int CodeWhenInterrupted => ExitCodes.Interrupted;

    /// <summary>The options that a command does not show; of one that only holds others, those that none of them shows.</summary>
    public static IReadOnlyCollection<Option> HiddenOf(Command command) => command switch
    {
        ToolCommand tool => [.. tool.OptionsWithoutMeaning],
        { Subcommands: [] } => [],
        _ => command.Subcommands.Select(HiddenOf).Aggregate(static (all, next) => [.. all.Intersect(next)]),
    };

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken);
}
