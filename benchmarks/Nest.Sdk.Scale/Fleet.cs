using System.Globalization;
using System.Net;
using Nest.Sdk.Model;

namespace Nest.Sdk.Scale;

/// <summary>The clients of all homes, from one factory, each with a counting subscriber.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly NestClientFactory _factory = new();
    private readonly List<INestClient> _clients = [];
    private readonly List<IDisposable> _subscriptions = [];
    private readonly int _homes;
    private int _seen;
    private TaskCompletionSource _all = new();

    public Fleet(int homes) => _homes = homes;

    /// <summary>Subscribes to every home. Completes when each has been received once.</summary>
    public async Task ConnectAsync(string port, CancellationToken cancellationToken)
    {
        var endpoint = new Uri($"http://{IPAddress.Loopback}:{port}/");
        var seen = ExpectAll();
        for (var home = 0; home < _homes; home++)
        {
            var client = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = endpoint; wwn.AccessToken = AccessToken.Parse(RequestHead.TokenStart + home.ToString("D6", CultureInfo.InvariantCulture)); }));
            _clients.Add(client);
            _subscriptions.Add(client.Updates.Subscribe(new Counter(this)));
        }

        await seen.WaitAsync(cancellationToken);
    }

    /// <summary>Returns a task that completes when every home has changed once more.</summary>
    public Task ExpectAll()
    {
        _seen = 0;
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _all.Task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
        await _factory.DisposeAsync();
    }

    private sealed class Counter(Fleet fleet) : IObserver<DataModel>
    {
        public void OnNext(DataModel value)
        {
            if (Interlocked.Increment(ref fleet._seen) == fleet._homes)
                fleet._all.TrySetResult();
        }

        public void OnError(Exception error) => fleet._all.TrySetException(error);

        public void OnCompleted()
        {
        }
    }
}
