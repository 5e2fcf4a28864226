using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Nest.Sdk.Cli.Commands;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli;

/// <summary>The commands of the tool, and how one is run.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [CompletionScripts.Bash or CompletionScripts.Plain, _, ..])
            return Complete(args);
        // A name may well begin with @ or -, and no option has one letter.
        var parse = Root().Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var session = new ToolSession { IsJson = parse.GetValue(GlobalOptions.Json), IsVerbose = parse.GetValue(GlobalOptions.Verbose) };
        try
        {
            if (parse.Errors.Count > 0)
                throw new UsageException($"{EndpointText.WithoutUsers(Wrong(parse))} See '{HelpOf(parse)}'.");
            // Help, the version and completion are actions of their own, whatever the command.
            if (parse.CommandResult.Command is not ToolCommand command || parse.Action != command.Action)
                return await parse.InvokeAsync(new InvocationConfiguration { Output = session.Out, Error = session.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            using var interruption = new Interruption(command.CodeWhenInterrupted);
            return await command.RunAsync(parse, session, interruption.Token);
        }
        catch (OutputClosedException)
        {
            return ExitCodes.Done;
        }
        catch (Exception error)
        {
            // The last resort: any failure becomes one line for the user and an exit code for scripts.
            return Failures.Tell(error, session);
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Follow, read and set a Nest home.")
        {
            new WatchCommand(), new GetCommand(), new DevicesCommand(), new SetCommand(), new DiffCommand(), new AuthCommand(), new FakeCommand(), new CompletionCommand(),
        };
        foreach (var option in GlobalOptions.All)
            root.Add(option);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static int Complete(string[] args)
    {
        using var output = new StandardOutput();
        try
        {
            return Completion.Answer(args, Root(), output);
        }
        catch (OutputClosedException)
        {
            return ExitCodes.Done;
        }
    }

    /// <summary>Reports the cause, not its consequence: after an unknown word a command is missing too.</summary>
    private static string Wrong(ParseResult parse) => parse switch
    {
        // An argument took the unknown option, so that the words behind it have no place.
        _ when parse.Errors.FirstOrDefault(static error => error.SymbolResult is ArgumentResult { Parent: CommandResult, Tokens: [{ Value: ['-', '-', ..] }, ..] }) is { } taken => taken.Message,
        { UnmatchedTokens: [var word, ..] } => $"'{word}' is not a command, option or argument here.{KnownWords.Hint(word, parse.CommandResult.Command)}",
        _ => parse.Errors[0].Message,
    };

    private static string HelpOf(ParseResult parse)
    {
        var names = new List<string>();
        for (var at = parse.CommandResult; at.Parent is CommandResult parent; at = parent)
            names.Insert(0, at.Command.Name);
        return string.Join(' ', names.Prepend("nest").Append("--help"));
    }
}
