using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Reports;

/// <summary>Adds the command that authorizes again to a text of the library that asks for it.</summary>
internal static class LoginText
{
    /// <summary>Replaced by the command: the library does not know how this user authorizes.</summary>
    private const string Again = " Ask the user to authorize again.";

    private const string ThenAgain = " Then ask the user to authorize again.";

    /// <summary>Says the same inside a longer sentence, which stays.</summary>
    private const string AgainInside = "authorize again";

    /// <summary>The command comes last, so that no other text runs into it.</summary>
    public static string With(Exception error, string text, ToolSession session) =>
        error is NestAuthorizationException && session.Login is { } login && text.Contains(AgainInside, StringComparison.OrdinalIgnoreCase)
            ? $"{text.Replace(Again, "", StringComparison.Ordinal).Replace(ThenAgain, "", StringComparison.Ordinal)} {login}"
            : text;
}
