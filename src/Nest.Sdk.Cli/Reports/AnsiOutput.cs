using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Spectre.Console;

namespace Nest.Sdk.Cli.Reports;

/// <summary>Creates the console that tables and the live view are drawn on.</summary>
internal static class AnsiOutput
{
    /// <summary>Piped output is neither wrapped nor cut.</summary>
    private const int Unlimited = 10_000;

    /// <summary>Creates a console on standard output. Without a terminal it writes plain text.</summary>
    public static IAnsiConsole For(ToolSession session)
    {
        var isTerminal = StandardOutput.IsTerminal;
        var hasColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(session.Out),
        });
        if (!isTerminal)
            console.Profile.Width = Unlimited;
        return console;
    }
}
