using Nest.Sdk.Benchmarks.Memory;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>Idle homes of Google's behind one subscription: complete clients with a subscriber, without sockets.</summary>
internal static class IdleGoogleHomes
{
    /// <param name="list">The response of <c>devices.list</c> for a home.</param>
    /// <returns>The bytes of managed memory for each home.</returns>
    public static double Client(Func<int, byte[]> list)
    {
        var google = new LocalGoogle(list);
        var factory = new NestClientFactory(
            () => (NestClientComposition.Guarded(google), NestClientComposition.GuardedStream(google)),
            ownsHandlers: true,
            new NestMetrics(null),
            timeProvider: null,
            loggerFactory: null);
        try
        {
            return IdleMemory.Of(number => new Home(factory.Create(new NestClientOptions().UseSdm(sdm =>
            {
                sdm.ProjectId = GoogleHome.Project;
                sdm.Subscription = "projects/bench/subscriptions/idle";
                sdm.AccessToken = LocalGoogle.Token(number);
            }))));
        }
        finally
        {
            factory.DisposeAsync().AsTask().Wait();
        }
    }

    private sealed class Home : IObserver<DataModel>
    {
        private readonly TaskCompletionSource _seen = new();
        private readonly INestClient _client;
        private readonly IDisposable _subscription;

        public Home(INestClient client)
        {
            _client = client;
            _subscription = client.Updates.Subscribe(this);
            _seen.Task.Wait();
        }

        public void OnNext(DataModel value) => _seen.TrySetResult();

        public void OnError(Exception error) => _seen.TrySetException(error);

        public void OnCompleted()
        {
        }
    }
}
