using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Data;
using Nest.Sdk.Testing.Script;

namespace Nest.Sdk.Testing.Streams;

/// <summary>All open streams of one fake. Whatever is sent goes to all of them under one lock, so every stream sees the same order.</summary>
internal sealed class StreamHub(TimeProvider time, TimeSpan keepAlivePeriod, Pulse pulse)
{
    private readonly Lock _lock = new();
    private readonly HashSet<StreamSubscription> _open = [];
    private int _openedEver;

    /// <summary>Held: no stream sends keep-alives by itself.</summary>
    public Gate KeepAlives { get; } = new();

    /// <summary>Held: streams stay open but nothing leaves them.</summary>
    public Gate Flow { get; } = new();

    public int OpenedEver => Volatile.Read(ref _openedEver);

    public int Count => Open().Length;

    public StreamSubscription Add(Grant grant, DocumentPath path, byte[] firstPut)
    {
        var stream = new StreamSubscription(grant, path, time, keepAlivePeriod, KeepAlives);
        lock (_lock)
        {
            stream.Put(firstPut);
            _open.Add(stream);
            _openedEver++;
        }

        pulse.Beat();
        return stream;
    }

    public void Remove(StreamSubscription stream)
    {
        lock (_lock)
        {
            _open.Remove(stream);
        }

        stream.Dispose();
        pulse.Beat();
    }

    /// <summary>One put to each stream of a home; streams of one token on the same path share the bytes.</summary>
    public void Publish(LiveHome home, Func<Grant, DocumentPath, byte[]> createPut)
    {
        lock (_lock)
        {
            var puts = new Dictionary<(Grant, string), byte[]>();
            foreach (var stream in _open.Where(stream => stream.Grant.Home == home))
            {
                var key = (stream.Grant, stream.Path.ToString());
                if (!puts.TryGetValue(key, out var put))
                {
                    puts[key] = put = createPut(stream.Grant, stream.Path);
                }

                stream.Put(put);
            }
        }
    }

    public void Broadcast(ReadOnlyMemory<byte> frame)
    {
        lock (_lock)
        {
            foreach (var stream in _open)
            {
                stream.Send(frame);
            }
        }
    }

    /// <summary>Ends every stream properly; ends when they are gone.</summary>
    public Task CloseAsync() => EndAsync(Open(), stream => stream.Close());

    /// <summary>A token is no longer good: its streams hear so and end; ends when they are gone.</summary>
    public Task EndAsync(Grant grant)
    {
        var streams = Array.FindAll(Open(), stream => stream.Grant == grant);
        return EndAsync(streams, stream =>
        {
            stream.Send(StreamFrames.AuthRevoked(grant.Token));
            stream.Close();
        });
    }

    /// <summary>Breaks every stream off; ends when they are gone.</summary>
    public Task CutAsync() => EndAsync(Open(), stream => stream.Cut());

    // Outside the lock: ending a stream may run its request to the end on this thread.
    private static Task EndAsync(StreamSubscription[] streams, Action<StreamSubscription> end)
    {
        Array.ForEach(streams, end);
        return Task.WhenAll(streams.Select(stream => stream.Ended));
    }

    private StreamSubscription[] Open()
    {
        lock (_lock)
        {
            return [.. _open];
        }
    }
}
