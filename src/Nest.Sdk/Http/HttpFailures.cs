using System.Net.Sockets;
using System.Security.Authentication;

namespace Nest.Sdk.Http;

/// <summary>Turns an exception from below into one of ours; the original stays inside, unless it quotes the server.</summary>
internal static class HttpFailures
{
    public static Exception Translate(Exception error, CancellationToken cancellationToken) => error switch
    {
        NestException => error,
        OperationCanceledException when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        // Our own word, spoken where the handler connects.
        HttpRequestException { InnerException: NestConnectionException own } => own,
        // Not kept inside: their texts quote what could not be read.
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new NestConnectionException("The connection broke: what the server sent is not HTTP."),
        HttpRequestException { InnerException: TimeoutException limit } => new NestConnectionException(limit.Message, error) { Reason = DisconnectReason.ConnectTimeout, NothingWasSent = true },
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new NestConnectionException("The Nest server closed the connection before its answer was whole.", error),
        HttpRequestException http => new NestConnectionException($"The Nest server cannot be reached: {Cause(http)}. Check the network and the endpoint.", http) { NothingWasSent = IsBeforeSending(http.HttpRequestError) },
        HttpIOException http => new NestConnectionException($"The connection broke: {http.HttpRequestError}.", http),
        IOException => new NestConnectionException("The connection broke.", error),
        // Whatever else comes is from a handler that the host added (a time-out, an open circuit): still no connection.
        _ => new NestConnectionException($"The request failed below the client: {error.GetType().Name}.", error),
    };

    /// <summary>.NET's words about sockets and certificates tell what to look for, and of the request no more than host and port; others may tell anything.</summary>
    private static string Cause(HttpRequestException error) => error.InnerException switch
    {
        SocketException => error.Message.TrimEnd('.'),
        IOException { InnerException: SocketException broken } => broken.Message.TrimEnd('.'),
        AuthenticationException tls => $"TLS failed: {tls.Message.TrimEnd('.')}",
        _ => error.HttpRequestError.ToString(),
    };

    private static bool IsBeforeSending(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
