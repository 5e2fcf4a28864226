using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Live;

/// <content>Reading.</content>
internal sealed partial class LiveHome
{
    public FakeHome Current
    {
        get
        {
            lock (_lock)
                return _home.Copy();
        }
    }

    /// <summary>Reads from the current document. <paramref name="read"/> must not change it.</summary>
    public T Read<T>(Func<JsonObject, T> read)
    {
        lock (_lock)
            return read(_home.Root);
    }

    /// <summary>Applies all timed effects that are due, then reads from the current document.</summary>
    public T ReadUpToDate<T>(Func<JsonObject, T> read)
    {
        lock (_lock)
        {
            ApplyDueEffects();
            return read(_home.Root);
        }
    }

    /// <summary>
    /// Reads from the document before the last change. Takes no lock: a home is immutable, and the calling streams hold
    /// another lock.
    /// </summary>
    public T ReadFormer<T>(Func<JsonObject, T> read) => read(Volatile.Read(ref _former).Root);
}
