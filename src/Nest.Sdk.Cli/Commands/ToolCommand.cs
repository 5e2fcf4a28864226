using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

namespace Nest.Sdk.Cli.Commands;

/// <summary>A command that runs, as opposed to a group.</summary>
internal abstract class ToolCommand : Command
{
    /// <param name="name">The word on the command line.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="examples">Command lines to copy, shown at the end of its help.</param>
    protected ToolCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        // Marks the command as one to run for the parser; help and completion have actions of their own.
        SetAction((_, _) => Task.FromResult(ExitCodes.Failed));
    }

    public IReadOnlyList<string> Examples { get; }

    /// <summary>Global options without meaning for this command: accepted, but not shown.</summary>
    public virtual IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.Subscription, GlobalOptions.PubSubEndpoint, GlobalOptions.Poll];

    public virtual int CodeWhenInterrupted => ExitCodes.Interrupted;

    /// <summary>
    /// The options that the help of a command hides. For a group: those that all of its commands hide.
    /// </summary>
    public static IReadOnlyCollection<Option> HiddenOf(Command command) => command switch
    {
        ToolCommand tool => [.. tool.OptionsWithoutMeaning],
        { Subcommands: [] } => [],
        _ => command.Subcommands.Select(HiddenOf).Aggregate(static (all, next) => [.. all.Intersect(next)]),
    };

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken);
}
