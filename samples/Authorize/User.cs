using System.Text.RegularExpressions;
using Nest.Sdk;

namespace Authorize;

/// <summary>
/// The user: a person with a browser or, without a terminal, a few lines that press the buttons of the page.
/// </summary>
internal static partial class User
{
    private static readonly HttpClient Browser = new();

    /// <summary>Whether a user is present to ask.</summary>
    public static bool IsThere { get; } = !Console.IsInputRedirected && Environment.GetEnvironmentVariable("CI") is null;

    public static async Task<AuthorizationCode> GetPinAsync(Uri page, CancellationToken cancellationToken)
    {
        if (!IsThere)
            return Pin().Match(await AcceptAsync(page, cancellationToken)).Groups[1].Value;
        Console.Write("   Open it, accept, and type the PIN (it is not shown): ");
        return ReadWithoutEcho();
    }

    public static NestBrowserOptions? Options() => IsThere ? null : new NestBrowserOptions { OpenPage = AcceptAsync };

    /// <summary>Presses "Accept". A redirect is followed as any browser does.</summary>
    private static async Task<string> AcceptAsync(Uri page, CancellationToken cancellationToken)
    {
        Console.WriteLine("   No terminal here, so the page is accepted automatically.");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("decision", "accept")]);
        using var answer = await Browser.PostAsync(page, form, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    private static string ReadWithoutEcho()
    {
        var typed = "";
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)] : typed + key.KeyChar;
        Console.WriteLine();
        return typed;
    }

    [GeneratedRegex("id=\"pin\">(\\w+)<")]
    private static partial Regex Pin();
}
