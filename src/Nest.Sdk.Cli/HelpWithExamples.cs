using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Nest.Sdk.Cli.Commands;
using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli;

/// <summary>The standard help of a command, followed by examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        // The program ends after its help, so nothing has to be undone.
        foreach (var option in ToolCommand.HiddenOf(command))
            option.Hidden = true;
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples(command))
            output.WriteLine($"  {example}");
        output.WriteLine("");
        return ExitCodes.Done;
    }

    /// <summary>A group shows the first example of each of its commands.</summary>
    private static IEnumerable<string> Examples(Command command) =>
        command is ToolCommand tool ? tool.Examples : command.Subcommands.SelectMany(static part => Examples(part).Take(1));
}
