namespace Nest.Sdk.Cli.Console;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>An unexpected failure.</summary>
    public const int Failed = 1;

    /// <summary>Of <c>nest diff</c>: the documents differ.</summary>
    public const int Different = 1;

    /// <summary>An unknown command or option, a bad value, a bad file.</summary>
    public const int Usage = 2;

    /// <summary>No token, or one that is refused or revoked; a wrong PIN.</summary>
    public const int NotAuthorized = 3;

    /// <summary>Refused by our own checks before sending, or by Nest.</summary>
    public const int Refused = 4;

    /// <summary>Unreachable, timed out, not a Nest server, or a write whose outcome is unknown.</summary>
    public const int NoAnswer = 5;

    /// <summary>Ended by Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
