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

    /// <summary>Reads something of the current document; <paramref name="read"/> must not change it.</summary>
    public T Read<T>(Func<JsonObject, T> read)
    {
        lock (_lock)
            return read(_home.Root);
    }

    /// <summary>Reads something of the current document after everything that is due by now has happened.</summary>
    public T ReadUpToDate<T>(Func<JsonObject, T> read)
    {
        lock (_lock)
        {
            ApplyDueEffects();
            return read(_home.Root);
        }
    }

    /// <summary>
    /// Reads something of the document before the last change. Takes no lock: a home is immutable, and the streams that
    /// call this hold a lock of their own.
    /// </summary>
    public T ReadFormer<T>(Func<JsonObject, T> read) => read(Volatile.Read(ref _former).Root);
}
