using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Authorization;

/// <summary>
/// The log messages of authorization. They contain no secret, no <c>state</c> and no address with either in it.
/// </summary>
internal static partial class AuthorizationLog
{
    [LoggerMessage(5001, LogLevel.Information, "An authorization code was exchanged for a token.")]
    public static partial void Exchanged(ILogger logger);

    [LoggerMessage(5002, LogLevel.Information, "A token was revoked.")]
    public static partial void Revoked(ILogger logger);

    [LoggerMessage(5003, LogLevel.Information, "Waiting for the browser at {Address} for at most {Limit}.")]
    public static partial void WaitingForBrowser(ILogger logger, string address, TimeSpan limit);

    [LoggerMessage(5004, LogLevel.Warning, "A redirect of another authorization was refused. It came from the page of an earlier attempt, or from someone else's attempt.")]
    public static partial void ForeignAnswer(ILogger logger);

    [LoggerMessage(5005, LogLevel.Debug, "A request to the redirect address was answered with {Status}.")]
    public static partial void OtherRequest(ILogger logger, int status);

    [LoggerMessage(5006, LogLevel.Debug, "An access token was refreshed. It is valid for {Lifetime}.")]
    public static partial void Refreshed(ILogger logger, TimeSpan lifetime);

    [LoggerMessage(5007, LogLevel.Warning, "The time of the last refresh could not be stored: {Failure}. The client continues; this is logged once.")]
    public static partial void NotNoted(ILogger logger, string failure);
}
