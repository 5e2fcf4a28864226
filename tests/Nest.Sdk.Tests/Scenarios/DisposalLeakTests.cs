using System.Runtime.CompilerServices;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// A client that is disposed at any moment leaves no socket, task or timer behind, and can be collected.
/// </summary>
public sealed class DisposalLeakTests : IAsyncLifetime
{
    private readonly SignallingTime _time = new();
    private FakeNestServer _server = null!;
    private NestClientFactory _factory = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: TestContext.Current.CancellationToken);
        _factory = new NestClientFactory(_time);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public Task Disposed_while_idle() => AssertNothingIsLeftAsync(_ => Task.CompletedTask);

    [Fact]
    public Task Disposed_while_the_response_is_awaited() => AssertNothingIsLeftAsync(async client =>
    {
        var held = _server.Faults.While(Fault.Stall);
        client.Updates.Subscribe(new ObserverRecorder<DataModel>(Patience.Limit));
        await _server.WaitForAsync(server => server.Requests.Count > 0);
        return held;
    });

    [Fact]
    public Task Disposed_while_the_first_document_is_awaited() => AssertNothingIsLeftAsync(async client =>
    {
        var held = _server.Faults.While(Fault.Headers.Then(Fault.Stall), Calls.Streams);
        client.Updates.Subscribe(new ObserverRecorder<DataModel>(Patience.Limit));
        await _server.WaitForAsync(server => server.OpenStreams > 0);
        return held;
    });

    [Fact]
    public Task Disposed_while_the_stream_is_open() => AssertNothingIsLeftAsync(async client =>
    {
        var updates = new ObserverRecorder<DataModel>(Patience.Limit);
        client.Updates.Subscribe(updates);
        client.Changes.Subscribe(new ObserverRecorder<DataModelChange>(Patience.Limit));
        client.ConnectionChanges.Subscribe(new ObserverRecorder<ConnectionState>(Patience.Limit));
        client.KeepConnected();
        await updates.NextAsync();
    });

    [Fact]
    public Task Disposed_while_it_waits_for_the_next_attempt() => AssertNothingIsLeftAsync(async client =>
    {
        _server.Faults.Next(Fault.Status(503));
        client.Updates.Subscribe(new ObserverRecorder<DataModel>(Patience.Limit));
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        client.ConnectionChanges.Subscribe(states);
        await states.NextWhereAsync(state => state.NextAttemptAt is not null);
    });

    [Fact]
    public Task Disposed_while_it_lingers() => AssertNothingIsLeftAsync(async client =>
    {
        var updates = new ObserverRecorder<DataModel>(Patience.Limit);
        var subscription = client.Updates.Subscribe(updates);
        await updates.NextAsync();
        subscription.Dispose();
        Assert.Equal(1, _server.OpenStreams);
    });

    [Fact]
    public Task Disposed_while_a_reader_awaits_the_next_value() => AssertNothingIsLeftAsync(async client =>
    {
        await using var reader = client.ReadUpdatesAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        var next = reader.MoveNextAsync();
        await client.DisposeAsync();
        Assert.False(await next);
    });

    [Fact]
    public Task Disposed_during_a_read_and_a_write() => AssertNothingIsLeftAsync(async client =>
    {
        using (_server.Faults.While(Fault.Stall))
        {
            var read = client.GetAsync(TestContext.Current.CancellationToken);
            var write = client.Structures.SetAwayAsync(_server.Home.StructureId("Home"), AwayState.Away, Writes.Unchecked, TestContext.Current.CancellationToken);
            await _server.WaitForAsync(server => server.Requests.Count == 2);
            await client.DisposeAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => read.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
            await Assert.ThrowsAnyAsync<Exception>(() => write.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
        }
    });

    [Fact]
    public Task Disposed_after_the_token_was_revoked() => AssertNothingIsLeftAsync(async client =>
    {
        var updates = new ObserverRecorder<DataModel>(Patience.Limit);
        client.Updates.Subscribe(updates);
        await updates.NextAsync();
        await _server.RevokeTokenAsync();
        Assert.IsType<NestAuthorizationException>(await updates.EndAsync());
    });

    private Task AssertNothingIsLeftAsync(Func<INestClient, Task> use) => AssertNothingIsLeftAsync(async client =>
    {
        await use(client);
        return null;
    });

    private async Task AssertNothingIsLeftAsync(Func<INestClient, Task<IDisposable?>> use)
    {
        var (client, held) = await UseAsync(use);

        await _server.WaitForAsync(server => server.OpenStreams == 0);
        held?.Dispose();
        Assert.Equal(0, _time.LiveTimers);
        for (var i = 0; i < 50 && client.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            // A cancelled request releases its continuation slightly later.
            await Task.Yield();
        }

        Assert.False(client.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<(WeakReference Client, IDisposable? Held)> UseAsync(Func<INestClient, Task<IDisposable?>> use)
    {
        var client = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _server.Endpoint; wwn.AccessToken = _server.AccessToken; }));
        var held = await use(client);
        await client.DisposeAsync().AsTask().WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.Throws<ObjectDisposedException>(() => client.Updates.Subscribe(new ObserverRecorder<DataModel>(Patience.Limit)));
        return (new WeakReference(client), held);
    }
}
