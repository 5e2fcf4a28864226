using System.Net.Sockets;
using System.Security.Authentication;

namespace Nest.Sdk.Http;

/// <summary>
/// Converts an exception of the HTTP stack into one of ours. The original becomes the inner exception, unless it quotes
/// the server.
/// </summary>
internal static class HttpFailures
{
    public static Exception Translate(Exception error, CancellationToken cancellationToken) => error switch
    {
        NestException => error,
        OperationCanceledException when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        // Our own exception, thrown by the connect callback.
        HttpRequestException { InnerException: NestConnectionException own } => own,
        // Not the inner exception: the message quotes the text that could not be read.
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new NestConnectionException("The connection broke: the server's response is not HTTP."),
        HttpRequestException { InnerException: TimeoutException limit } => new NestConnectionException(limit.Message, error) { Reason = DisconnectReason.ConnectTimeout, NothingWasSent = true },
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new NestConnectionException("The Nest server closed the connection before the response was complete.", error),
        HttpRequestException http => new NestConnectionException($"The Nest server cannot be reached: {Cause(http)}. Check the network and the endpoint.", http) { NothingWasSent = IsBeforeSending(http.HttpRequestError) },
        HttpIOException http => new NestConnectionException($"The connection broke: {http.HttpRequestError}.", http),
        IOException => new NestConnectionException("The connection broke.", error),
        // Any other exception comes from a handler that the host added (a timeout, an open circuit). It still means no
        // connection.
        _ => new NestConnectionException($"The request failed below the client: {error.GetType().Name}.", error),
    };

    /// <summary>
    /// Gets the cause. .NET's messages about sockets and certificates help to find it, and contain no more of the
    /// request than host and port. Other messages may contain anything.
    /// </summary>
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
