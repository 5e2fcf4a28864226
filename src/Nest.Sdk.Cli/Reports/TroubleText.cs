using System.Net.Sockets;
using System.Security.Authentication;

namespace Nest.Sdk.Cli.Reports;

/// <summary>The text of a library error, with advice that fits its cause.</summary>
internal static class TroubleText
{
    /// <summary>The library's advice for any failed connection.</summary>
    private const string Usual = "Check the network and the endpoint.";

    public static string Of(NestException error) => Advice(error) is not { } advice ? error.Message
        : error.Message.Contains(Usual, StringComparison.Ordinal) ? error.Message.Replace(Usual, advice, StringComparison.Ordinal)
        : $"{Sentence(error.Message)} {advice}";

    /// <returns>Null when the error's own text says what to do.</returns>
    private static string? Advice(NestException error) => error switch
    {
        NestConnectionException { Reason: DisconnectReason.NetworkError } lost => OfNetwork(lost),
        NestConnectionException { Reason: DisconnectReason.ConnectTimeout } => "Check the network, and host and port of the endpoint: a firewall may block it.",
        NestConnectionException { Reason: DisconnectReason.ResponseTimeout or DisconnectReason.IdleTimeout } => "The server was reached but does not respond. Try again later, or check the endpoint.",
        NestRequestException { Failure: NestRequestFailure.ServerFailure, RetryAfter: { } wait } => $"The server asks to wait {wait.TotalSeconds:0} s.",
        _ => null,
    };

    private static string? OfNetwork(NestConnectionException error)
    {
        for (var cause = error.InnerException; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return "Check the certificate of the server, the clock of this machine, and whether a proxy intercepts TLS.";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery }:
                    return "Check the spelling of the endpoint's host, and that this machine resolves names.";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "Nothing listens there: check that the server runs, and host and port of the endpoint.";
                case SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown }:
                    return "Check that this machine is online, and the endpoint.";
            }
        }

        return null;
    }

    private static string Sentence(string text) => text is [.., '.' or '?' or '!' or ')'] ? text : text + ".";
}
