using Microsoft.Extensions.Options;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

namespace Nest.Sdk.Cli;

/// <summary>Turns a failure into one line for the user and an exit code for scripts.</summary>
internal static class Failures
{
    public static int Tell(Exception error, ToolSession session)
    {
        session.Error.WriteLine($"nest: {PlainText.OneLine(LoginText.With(error, WithSettings(error, Text(error), session) + Advice(error, session), session))}");
        if (session.IsVerbose)
            session.Error.WriteLine(error.ToString());
        return Code(error);
    }

    public static int Code(Exception error) => error switch
    {
        UsageException or ArgumentException or OptionsValidationException => ExitCodes.Usage,
        NestAuthorizationException => ExitCodes.NotAuthorized,
        NestTokenStoreException => ExitCodes.NotAuthorized,
        NestRequestException { Failure: NestRequestFailure.ServerFailure or NestRequestFailure.NotNest } or NestRequestException { WriteMayHaveHappened: true } => ExitCodes.NoAnswer,
        NestRuleException or NestNotSupportedException or NestRequestException or NestRateLimitException => ExitCodes.Refused,
        NestWriteOutcomeUnknownException { InnerException: OperationCanceledException } or OperationCanceledException => ExitCodes.Interrupted,
        NestConnectionException or NestProtocolException or NestWriteOutcomeUnknownException => ExitCodes.NoAnswer,
        _ => ExitCodes.Failed,
    };

    /// <summary>The library adds the advice to its own text where it can.</summary>
    private static string Advice(Exception error, ToolSession session) =>
        error is NestException and not NestTokenStoreException && session.Advice is { } advice && !error.Message.Contains(NestServers.SwitchedOffOn, StringComparison.Ordinal) ? $" {advice}" : "";

    /// <summary>The library names its options, and this user has variables and options of the command line.</summary>
    private static string WithSettings(Exception error, string text, ToolSession session) => error is NestException or ArgumentException or OptionsValidationException
        ? session.WithSettings(text)
        : text;

    private static string Text(Exception error) => error switch
    {
        // .NET adds the name of the parameter, which means nothing on a command line.
        ArgumentException { ParamName: { } name } => error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        OperationCanceledException => "Interrupted.",
        NestException trouble => TroubleText.Of(trouble),
        UsageException => error.Message,
        _ => $"Unexpected failure: {Sentence(error.Message)} Run it again with --verbose for details.",
    };

    /// <summary>Texts of the system lack the final period.</summary>
    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
