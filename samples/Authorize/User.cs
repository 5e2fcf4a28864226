using Nest.Sdk;

namespace Authorize;

/// <summary>The user with the PIN: a person at a terminal, and nobody elsewhere.</summary>
internal static class User
{
    /// <param name="shown">The PIN that the page shows.</param>
    public static AuthorizationCode AskForPin(string shown)
    {
        if (Console.IsInputRedirected || Environment.GetEnvironmentVariable("CI") is not null)
        {
            Console.WriteLine($"   No terminal, so the page's PIN {shown} is taken as typed in.");
            return shown;
        }

        Console.Write($"   The fake has no page yet. Type its PIN {shown}, which is not shown, or only Enter: ");
        var typed = ReadWithoutEcho();
        return AuthorizationCode.TryParse(typed, out var pin) ? pin : shown;
    }

    private static string ReadWithoutEcho()
    {
        var typed = "";
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)] : typed + key.KeyChar;
        Console.WriteLine();
        return typed;
    }
}
