using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Asks for a secret: without echo on a terminal, otherwise as a line of standard input.</summary>
/// <param name="label">What is asked for, before a colon.</param>
/// <param name="missing">The error when nothing was typed.</param>
internal sealed class PinPrompt(string label, string missing)
{
    /// <summary>How long the terminal gets to switch its echo off before the user is asked to type.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    /// <param name="error">Where to ask.</param>
    /// <param name="advice">How to get it, on one line.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UsageException">Nothing was typed.</exception>
    public async Task<string> AskAsync(TextWriter error, string advice, CancellationToken cancellationToken)
    {
        Task<string?> typing;
        if (System.Console.IsInputRedirected)
        {
            typing = Task.Run(System.Console.In.ReadLine, cancellationToken);
        }
        else
        {
            // The echo is off while a key is being read, and only then: the reading begins before the question.
            typing = Task.Factory.StartNew(ReadWithoutEcho, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await Task.Delay(Grace, TimeProvider.System, cancellationToken);
        }

        error.WriteLine(advice);
        error.Write($"{label}: ");
        error.Flush();
        // Reading cannot be cancelled, so it is abandoned.
        var typed = await typing.WaitAsync(cancellationToken);
        error.WriteLine("");
        return string.IsNullOrWhiteSpace(typed) ? throw new UsageException(missing) : typed;
    }

    private static string? ReadWithoutEcho()
    {
        var typed = "";
        for (var key = System.Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = System.Console.ReadKey(intercept: true))
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)] : char.IsControl(key.KeyChar) ? typed : typed + key.KeyChar;
        return typed;
    }
}
