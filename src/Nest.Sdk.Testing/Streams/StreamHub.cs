using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.Tokens;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// All open streams of one fake. Changes are published under one lock, so every stream receives them in the same order.
/// </summary>
internal sealed class StreamHub(StreamSettings settings, ChangeSignal signal)
{
    private readonly Lock _lock = new();
    private readonly HashSet<StreamSubscription> _open = [];
    private readonly List<StreamHandle> _ever = [];

    /// <summary>Every stream so far, in the order of opening.</summary>
    public IReadOnlyList<StreamHandle> Ever
    {
        get
        {
            lock (_lock)
                return [.. _ever];
        }
    }

    public int Count => Open(Calls.Any).Count;

    /// <summary>Opens a stream. Returns null when the token shows no value at the path.</summary>
    public StreamSubscription? Subscribe(StreamRequest request, DocumentPath path)
    {
        var view = request.Grant.View;
        return view.Home.Locked(() => view.Shows(path) ? Add(request, path) : null);
    }

    public void Remove(StreamSubscription stream)
    {
        lock (_lock)
            _open.Remove(stream);

        stream.Handle.End(settings.Time.GetUtcNow());
        stream.Dispose();
        signal.Notify();
    }

    /// <summary>
    /// Sends a put to each stream of a home. The home is locked. Streams with the same token and path share the bytes.
    /// </summary>
    public void Publish(LiveHome home)
    {
        lock (_lock)
        {
            var puts = new Dictionary<(Grant, string), byte[]>();
            foreach (var stream in _open.Where(stream => stream.Grant.View.Home == home))
            {
                var key = (stream.Grant, stream.Path.ToString());
                if (!puts.TryGetValue(key, out var put))
                    puts[key] = put = StreamFrames.Put(stream.Path.ToString(), stream.Grant.View.Render(stream.Path));

                stream.Put(put);
            }
        }

        // Waiters for the home must evaluate again even without a stream.
        signal.Notify();
    }

    /// <summary>Plays a script on its streams and returns them.</summary>
    public IReadOnlyList<StreamSubscription> Play(IStreamScript script)
    {
        // Outside the lock: ending a stream may complete its request on this thread.
        var streams = Open(script.Calls, except: script);
        var atOnce = script.Steps.TakeWhile(step => step.IsImmediate).ToList();
        foreach (var stream in streams)
            atOnce.ForEach(step => step.PlayAtOnce(stream, script.Lifted));

        lock (_lock)
        {
            foreach (var stream in streams)
                stream.Play([.. script.Steps.Skip(atOnce.Count)], script);
        }

        return streams;
    }

    /// <summary>
    /// Plays a script. If the script ends its streams at once, the task completes when they have ended.
    /// </summary>
    public Task PlayAsync(IStreamScript script)
    {
        var streams = Play(script);
        return script.Steps is [{ IsImmediate: true, IsEnd: true }] ? Task.WhenAll(streams.Select(stream => stream.Ended)) : Task.CompletedTask;
    }

    /// <summary>Ends the streams of a revoked or expired token. Completes when they have ended.</summary>
    public Task EndAsync(Grant grant)
    {
        var streams = Open(Calls.Any.By(grant.Token));
        foreach (var stream in streams)
        {
            stream.Send(StreamFrames.AuthRevoked(grant.Token), "auth_revoked");
            stream.End();
        }

        return Task.WhenAll(streams.Select(stream => stream.Ended));
    }

    private StreamSubscription Add(StreamRequest request, DocumentPath path)
    {
        var grant = request.Grant;
        var place = path.ToString();
        StreamSubscription stream;
        lock (_lock)
        {
            var handle = new StreamHandle(_ever.Count + 1, place, request.Recorded, settings.Time.GetUtcNow(), signal);
            stream = new StreamSubscription(handle, path, grant, Put(grant.View.Render(path)), () => Put(grant.View.RenderFormer(path)), settings);
            stream.Open(request.Opening);
            _open.Add(stream);
            _ever.Add(handle);
        }

        signal.Notify();
        return stream;

        byte[] Put(string json) => StreamFrames.Put(place, json);
    }

    private List<StreamSubscription> Open(Calls calls, IStreamScript? except = null)
    {
        StreamSubscription[] open;
        lock (_lock)
            open = [.. _open];

        // Outside the lock: a test's condition may read the home, which is locked while a change is published.
        return [.. open.Where(stream => calls.Fits(stream.Handle.Request, stream.Grant.Token) && (except is null || stream.OpeningScript != except))];
    }
}
