using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Data;

/// <content>What can be seen of it, and by whom.</content>
internal sealed partial class LiveHome
{
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

    /// <summary>The value at a path as UTF-8 JSON; null when nothing is there for this token.</summary>
    public byte[]? Read(Grant grant, DocumentPath path)
    {
        lock (_lock)
        {
            return path.TryFind(View(_home, grant), out var value) ? Encoding.UTF8.GetBytes(FakeHome.Render(value, grant.Token)) : null;
        }
    }

    /// <summary>Whether there is something at a path for this token. Ask it <see cref="Locked"/>.</summary>
    public bool Shows(Grant grant, DocumentPath path) => path.TryFind(View(_home, grant), out _);

    /// <summary>The event that says the present. Ask for it <see cref="Locked"/>.</summary>
    public byte[] CreatePut(Grant grant, DocumentPath path) => CreatePut(_home, grant, path);

    /// <summary>The event that says what was before the last change. Takes no lock: a home never changes, and the streams that ask hold a lock of their own.</summary>
    public byte[] CreateFormerPut(Grant grant, DocumentPath path) => CreatePut(Volatile.Read(ref _former), grant, path);

    /// <summary>Asks something of the document as it is now; read it only.</summary>
    public T Look<T>(Func<JsonObject, T> ask)
    {
        lock (_lock)
        {
            LetTimePass();
            return ask(_home.Root);
        }
    }

    private static byte[] CreatePut(FakeHome home, Grant grant, DocumentPath path)
    {
        path.TryFind(View(home, grant), out var value);
        return StreamFrames.Put(path.ToString(), FakeHome.Render(value, grant.Token));
    }

    private static JsonObject View(FakeHome home, Grant grant) => PermissionView.Of(home.Root, grant.Permissions, grant.AcceptedUpdates);
}
