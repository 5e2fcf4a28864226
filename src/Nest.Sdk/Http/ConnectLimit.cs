namespace Nest.Sdk.Http;

/// <summary>How long the connection for a request may take to come about. Travels with the request, because clients with different limits share one handler.</summary>
internal sealed class ConnectLimit(TimeSpan limit, TimeProvider time)
{
    public static readonly HttpRequestOptionsKey<ConnectLimit> Option = new("Nest.Sdk.ConnectLimit");

    /// <summary>Connects within the request's limit.</summary>
    public static ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        OneConnectionHandler.Admit(context.InitialRequestMessage);
        return context.InitialRequestMessage.Options.TryGetValue(Option, out var own)
            ? own.ConnectInTimeAsync(context, cancellationToken)
            : AddressRace.OfSockets.ConnectAsync(context.DnsEndPoint, TimeProvider.System, cancellationToken);
    }

    private async ValueTask<Stream> ConnectInTimeAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await AddressRace.OfSockets.ConnectAsync(context.DnsEndPoint, time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No connection to {context.DnsEndPoint.Host}:{context.DnsEndPoint.Port} within {limit}.", error);
        }
    }
}
