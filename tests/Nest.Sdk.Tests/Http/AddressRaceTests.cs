using System.Net;
using System.Net.Sockets;
using Nest.Sdk.Http;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Http;

public sealed class AddressRaceTests : IDisposable
{
    private static readonly IPAddress Six = IPAddress.Parse("2001:db8::1");
    private static readonly IPAddress OtherSix = IPAddress.Parse("2001:db8::2");
    private static readonly IPAddress Four = IPAddress.Parse("192.0.2.1");

    private readonly SignallingTime _time = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly List<Racer> _racers = [];

    [Fact]
    public async Task An_address_that_answers_is_the_only_one()
    {
        var connection = Connect(Six, Four);

        _racers[0].Win();

        Assert.Same(_racers[0].Stream, await connection);
        Assert.Equal([Six], Tried());
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task After_a_silent_address_the_next_one_is_tried_and_the_first_to_connect_wins()
    {
        var connection = Connect(Six, Four);

        _time.Advance(AddressRace.HeadStart - TimeSpan.FromMilliseconds(1));
        Assert.Equal([Six], Tried());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await TriedAsync(2);
        _racers[1].Win();

        Assert.Same(_racers[1].Stream, await connection);
        Assert.True(_racers[0].IsCancelled);
        Assert.False(_racers[1].IsClosed);
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task The_first_address_can_still_win_when_the_second_was_started()
    {
        var connection = Connect(Six, Four);
        _time.Advance(AddressRace.HeadStart);
        await TriedAsync(2);

        _racers[0].Win();

        Assert.Same(_racers[0].Stream, await connection);
        Assert.True(_racers[1].IsCancelled);
    }

    [Fact]
    public async Task After_a_failure_the_next_address_is_tried_at_once()
    {
        var connection = Connect(Six, Four);

        _racers[0].Fail(SocketError.NetworkUnreachable);
        await TriedAsync(2);
        _racers[1].Win();

        Assert.Same(_racers[1].Stream, await connection);
    }

    [Fact]
    public async Task The_families_take_turns()
    {
        var connection = Connect(Six, OtherSix, Four);

        for (var i = 0; i < 3; i++)
        {
            await TriedAsync(i + 1);
            _racers[i].Fail(SocketError.HostUnreachable);
        }

        await Assert.ThrowsAsync<SocketException>(() => connection);
        Assert.Equal([Six, Four, OtherSix], Tried());
    }

    [Fact]
    public async Task When_all_have_failed_the_last_failure_is_reported()
    {
        var connection = Connect(Six, Four);

        _racers[0].Fail(SocketError.NetworkUnreachable);
        await TriedAsync(2);
        _racers[1].Fail(SocketError.ConnectionRefused);

        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(() => connection)).SocketErrorCode);
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task A_slow_address_is_awaited_when_the_others_have_failed()
    {
        var connection = Connect(Six, Four);
        _time.Advance(AddressRace.HeadStart);
        await TriedAsync(2);

        _racers[1].Fail(SocketError.ConnectionRefused);
        Assert.False(connection.IsCompleted);
        _racers[0].Win();

        Assert.Same(_racers[0].Stream, await connection);
    }

    [Fact]
    public async Task A_cancellation_ends_all_of_them()
    {
        var connection = Connect(Six, Four, OtherSix);
        _time.Advance(AddressRace.HeadStart);
        await TriedAsync(2);

        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection);
        Assert.All(_racers, racer => Assert.True(racer.IsCancelled));
        Assert.Equal(2, _racers.Count);
        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task A_losing_connection_is_closed()
    {
        var connection = Connect(Six, Four);
        _racers[0].IgnoresCancellation = true;
        _time.Advance(AddressRace.HeadStart);
        await TriedAsync(2);
        _racers[1].Win();
        await connection;

        _racers[0].Win();

        await _racers[0].ClosedAsync();
    }

    [Fact]
    public async Task A_lookup_that_ignores_cancellation_ends_with_it()
    {
        var race = new AddressRace((_, _) => new TaskCompletionSource<IPAddress[]>().Task, (_, _) => throw new InvalidOperationException());
        var connection = race.ConnectAsync(new DnsEndPoint("nest.example", 443), _time, _caller.Token).AsTask();

        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection);
    }

    [Fact]
    public async Task A_name_without_an_address_is_an_unknown_name() =>
        Assert.Equal(SocketError.HostNotFound, (await Assert.ThrowsAsync<SocketException>(() => Connect())).SocketErrorCode);

    [Fact]
    public async Task A_connection_over_a_network_that_drops_IPv6_succeeds()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "Needs IPv6.");
        await using var server = new RawServer();
        await using var dead = new DeadPort(IPAddress.IPv6Loopback, server.Endpoint.Port);
        await dead.FilledAsync();
        var race = new AddressRace((_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]), AddressRace.ConnectSocketAsync);

        var connecting = race.ConnectAsync(new DnsEndPoint("nest.example", server.Endpoint.Port), _time, _caller.Token).AsTask();
        await _time.PassNextWaitAsync();

        await using var connection = await connecting.WaitAsync(Patience.Limit);
        await connection.WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        Assert.StartsWith("GET /", (await server.NextRequestAsync()).Request, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _caller.Dispose();
        _racers.ForEach(racer => racer.Dispose());
    }

    private Task<Stream> Connect(params IPAddress[] addresses)
    {
        var race = new AddressRace(
            (host, _) => Task.FromResult(host == "nest.example" ? addresses : []),
            (address, stop) =>
            {
                Assert.Equal(443, address.Port);
                var racer = new Racer(address.Address, stop);
                lock (_racers)
                    _racers.Add(racer);
                return racer.Connection;
            });
        return race.ConnectAsync(new DnsEndPoint("nest.example", 443), _time, _caller.Token).AsTask();
    }

    private IPAddress[] Tried()
    {
        lock (_racers)
            return [.. _racers.Select(racer => racer.Address)];
    }

    private async Task TriedAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Tried().Length < count)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A pending connection attempt.</summary>
    private sealed class Racer : IDisposable
    {
        private readonly TaskCompletionSource<Stream> _connection = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ClosingStream _stream = new();
        private readonly CancellationToken _stop;

        public Racer(IPAddress address, CancellationToken stop)
        {
            Address = address;
            _stop = stop;
            stop.Register(() =>
            {
                if (!IgnoresCancellation)
                    _connection.TrySetCanceled(stop);
            });
        }

        public IPAddress Address { get; }

        public bool IgnoresCancellation { get; set; }

        public Task<Stream> Connection => _connection.Task;

        public Stream Stream => _stream;

        public bool IsCancelled => _stop.IsCancellationRequested;

        public bool IsClosed => _stream.Closed.IsCompleted;

        public void Win() => _connection.SetResult(_stream);

        public void Fail(SocketError error) => _connection.SetException(new SocketException((int)error));

        public void Dispose() => _stream.Dispose();

        public Task ClosedAsync() => _stream.Closed.WaitAsync(Patience.Limit);
    }

    private sealed class ClosingStream : MemoryStream
    {
        private readonly TaskCompletionSource _closed = new();

        public Task Closed => _closed.Task;

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
