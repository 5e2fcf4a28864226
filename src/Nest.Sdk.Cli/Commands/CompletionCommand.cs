using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest completion</c>: the script that lets a shell complete words.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new Argument<string>("SHELL") { Description = "The shell." }.OnlyOf("bash", "zsh", "fish", "pwsh");

    public CompletionCommand()
        : base(
            "completion",
            "Print a script that completes commands, options, values, accounts and device names. Names come from what was read last; pressing Tab sends nothing.",
            "nest completion bash > ~/.local/share/bash-completion/completions/nest",
            "nest completion zsh > ~/.zfunc/_nest",
            "nest completion fish > ~/.config/fish/completions/nest.fish",
            "nest completion pwsh >> $PROFILE") => Add(_shell);

    public override IEnumerable<Option> OptionsWithoutMeaning => [.. GlobalOptions.OfHomes, GlobalOptions.Json, GlobalOptions.Verbose];

    public override Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        session.Out.Write(CompletionScripts.Of(parse.GetValue(_shell)!));
        return Task.FromResult(ExitCodes.Done);
    }
}
