using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Serving;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Data;

/// <summary>The one state of the fake. Each change is applied and handed to the streams under one lock: its order is the same for everyone.</summary>
internal sealed class LiveHome(FakeHome home, StreamHub hub, TokenBook tokens)
{
    private readonly Lock _lock = new();
    private FakeHome _home = home.Copy();
    private FakeHome _former = home.Copy();

    public FakeHome Current
    {
        get
        {
            lock (_lock)
            {
                return _home.Copy();
            }
        }
    }

    /// <summary>The value at a path as UTF-8 JSON; null when nothing is there.</summary>
    public byte[]? Read(DocumentPath path)
    {
        lock (_lock)
        {
            return path.TryFind(_home.Root, out var value) ? Encoding.UTF8.GetBytes(FakeHome.Render(value, tokens.Token)) : null;
        }
    }

    /// <summary>Opens a stream that starts with the present and misses nothing after it; null when nothing is at the path.</summary>
    public StreamSubscription? Subscribe(DocumentPath path, StreamRequest request)
    {
        lock (_lock)
        {
            return path.TryFind(_home.Root, out _) ? hub.Add(request, path, CreatePut(path), () => CreatePut(Volatile.Read(ref _former), path)) : null;
        }
    }

    public void Change(Func<FakeHome, FakeHome> change)
    {
        lock (_lock)
        {
            Accept(change(_home.Copy()).Copy());
        }
    }

    /// <summary>Lets <paramref name="write"/> work on a copy of the document, which counts when it finds nothing to refuse.</summary>
    public FakeAnswer? TryWrite(Func<JsonObject, FakeAnswer?> write, FakeCall call)
    {
        lock (_lock)
        {
            var next = _home.Copy();
            if (write(next.Root) is { } refusal)
            {
                return refusal;
            }

            call.OnWritten?.Invoke(new AcceptedWrite(this, call.Path, _home.Root, next.Root));
            Accept(next);
            return null;
        }
    }

    private void Accept(FakeHome next)
    {
        Volatile.Write(ref _former, _home);
        _home = next;
        hub.Publish(CreatePut);
    }

    private byte[] CreatePut(DocumentPath path) => CreatePut(_home, path);

    // Takes no lock: a home never changes, and the streams that ask for an older one hold a lock of their own.
    private byte[] CreatePut(FakeHome home, DocumentPath path)
    {
        path.TryFind(home.Root, out var value);
        return StreamFrames.Put(path.ToString(), FakeHome.Render(value, tokens.Token));
    }
}
