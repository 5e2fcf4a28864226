namespace Nest.Sdk.Cli.Commands;

/// <summary>Asks for the PIN: without echo on a terminal, else a line of standard input.</summary>
internal static class PinPrompt
{
    public static string Ask(TextWriter error, CancellationToken cancellationToken)
    {
        error.Write("PIN: ");
        error.Flush();
        var typed = Console.IsInputRedirected ? Console.In.ReadLine() : ReadWithoutEcho(cancellationToken);
        error.WriteLine("");
        cancellationToken.ThrowIfCancellationRequested();
        return string.IsNullOrWhiteSpace(typed) ? throw new UsageException("No PIN was typed. Give it with --pin, or on standard input.") : typed;
    }

    private static string ReadWithoutEcho(CancellationToken cancellationToken)
    {
        var typed = "";
        // A key is waited for in short steps: reading one cannot be cancelled.
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!Console.KeyAvailable)
            {
                cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20));
                continue;
            }

            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                break;
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)] : char.IsControl(key.KeyChar) ? typed : typed + key.KeyChar;
        }

        return typed;
    }
}
