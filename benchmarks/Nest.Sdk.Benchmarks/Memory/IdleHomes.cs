using System.Net.ServerSentEvents;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Streams;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk.Benchmarks.Memory;

/// <summary>The parts of an idle home. Every home is different, so that nothing is shared by chance.</summary>
internal static class IdleHomes
{
    /// <summary>
    /// A complete client with a subscriber that has received its first document and waits. Only the sockets are
    /// omitted.
    /// </summary>
    public static double Client(HomeSize size)
    {
        var latest = new EventFeed();
        using var homes = new LocalHomes(() => latest);
        return IdleMemory.Of(seed =>
        {
            latest = new EventFeed(PutEvent.Of(Document(size, seed)));
            return new Home(homes.Add(), latest);
        });
    }

    /// <summary>The last document and its index.</summary>
    public static double Engine(HomeSize size) => IdleMemory.Of(seed =>
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(Document(size, seed)).Commit();
        return engine;
    });

    public static double Model(HomeSize size) => IdleMemory.Of(seed => DataModelReader.Read(Document(size, seed)).Model);

    /// <summary>The parser, with the buffer that it keeps while it waits.</summary>
    public static double Parser(HomeSize size) => IdleMemory.Of(seed =>
    {
        var feed = new EventFeed(PutEvent.Of(Document(size, seed)));
        var reading = ReadAsync(feed);
        feed.GiveLast();
        return reading;
    });

    private static byte[] Document(HomeSize size, int seed) => HomeDocument.Make(HomeShape.Of(size), seed);

    private static async Task ReadAsync(EventFeed feed)
    {
        await foreach (var _ in SseParser.Create(new EventStream(feed), static (_, _) => true).EnumerateAsync())
        {
        }
    }

    private sealed class Home : IObserver<DataModel>
    {
        private readonly TaskCompletionSource _seen = new();
        private readonly INestClient _client;
        private readonly IDisposable _subscription;

        public Home(INestClient client, EventFeed feed)
        {
            _client = client;
            _subscription = client.Updates.Subscribe(this);
            feed.AwaitReader();
            feed.GiveLast();
            _seen.Task.Wait();
        }

        public void OnNext(DataModel value) => _seen.TrySetResult();

        public void OnError(Exception error) => _seen.TrySetException(error);

        public void OnCompleted()
        {
        }
    }
}
