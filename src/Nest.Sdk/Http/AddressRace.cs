using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Http;

/// <summary>
/// Connects to the address of a host that responds first, and tries one more when the last one failed or was silent for
/// a moment (Happy Eyeballs, RFC 8305).
/// </summary>
/// <remarks>
/// .NET tries the addresses one after the other: where IPv6 is configured but not working, the first address uses up
/// the whole timeout, at every attempt.
/// </remarks>
/// <param name="resolve">Resolves the addresses of a host, the preferred one first.</param>
/// <param name="connect">Connects to one address.</param>
internal sealed class AddressRace(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, CancellationToken, Task<Stream>> connect)
{
    /// <summary>The delay that the RFC recommends.</summary>
    public static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    /// <summary>The race over real sockets.</summary>
    public static AddressRace OfSockets { get; } = new(Dns.GetHostAddressesAsync, ConnectSocketAsync);

    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, TimeProvider time, CancellationToken cancellationToken)
    {
        // A running DNS lookup ignores cancellation on some systems.
        var addresses = InTurns(await resolve(host.Host, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var racers = new List<Task<Stream>>();
        try
        {
            Exception failure = new SocketException((int)SocketError.HostNotFound);
            for (var next = 0; next < addresses.Length || racers.Count > 0;)
            {
                if (next < addresses.Length)
                    racers.Add(connect(new IPEndPoint(addresses[next++], host.Port), over.Token));
                await WaitAsync(racers, next < addresses.Length, time, over.Token).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if ((racers.Find(static racer => racer.IsCompletedSuccessfully) ?? racers.Find(static racer => racer.IsCompleted)) is not { } first)
                    continue;
                racers.Remove(first);
                if (first.IsCompletedSuccessfully)
                    return await first.ConfigureAwait(false);
                failure = first.Exception?.InnerException ?? new OperationCanceledException();
            }

            throw failure;
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            foreach (var loser in racers)
                _ = CloseAsync(loser);
        }
    }

    /// <summary>Waits until one attempt has succeeded or failed, or it is time for the next address.</summary>
    private static async Task WaitAsync(List<Task<Stream>> racers, bool hasMore, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!hasMore)
        {
            await Task.WhenAny(racers).ConfigureAwait(false);
            return;
        }

        using var decided = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. racers, Task.Delay(HeadStart, time, decided.Token)]).ConfigureAwait(false);
        await decided.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Closes an attempt that lost. It may have connected at the same moment.</summary>
    private static async Task CloseAsync(Task<Stream> loser)
    {
        await ((Task)loser).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loser.IsCompletedSuccessfully)
            await loser.Result.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Alternates the address families, so that one that does not work costs a single delay.</summary>
    private static IPAddress[] InTurns(IPAddress[] addresses) =>
        [.. addresses.GroupBy(static address => address.AddressFamily).SelectMany(static family => family.Select(static (address, turn) => (address, turn))).OrderBy(static each => each.turn).Select(static each => each.address)];

    public static async Task<Stream> ConnectSocketAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
