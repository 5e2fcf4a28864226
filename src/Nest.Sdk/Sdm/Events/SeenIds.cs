using System.Buffers.Text;
using System.Security.Cryptography;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// Remembers ids for a day, at most 10,000 of them: Google publishes messages more than once, with the same id. In
/// memory only. Not thread-safe. See docs/protocol/smart-device-management.md#ordering-and-duplicates.
/// </summary>
/// <param name="time">The clock. Its monotonic part is used, so that a changed system clock has no effect.</param>
internal sealed class SeenIds(TimeProvider time)
{
    /// <summary>The number of remembered ids. Beyond it the oldest is forgotten.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    // 16 bytes for each id, however long it is.
    private readonly HashSet<Guid> _ids = [];
    private readonly Queue<(Guid Id, long At)> _order = new();

    /// <summary>Whether the id is remembered.</summary>
    public bool Contains(ReadOnlySpan<byte> id)
    {
        Forget();
        return _ids.Contains(KeyOf(id));
    }

    /// <summary>Remembers an id.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(ReadOnlySpan<byte> id)
    {
        Forget();
        var key = KeyOf(id);
        if (!_ids.Add(key))
            return false;
        if (_order.Count == Most)
            _ids.Remove(_order.Dequeue().Id);
        _order.Enqueue((key, time.GetTimestamp()));
        return true;
    }

    private static Guid KeyOf(ReadOnlySpan<byte> id)
    {
        if (Utf8Parser.TryParse(id, out Guid uuid, out var length) && length == id.Length)
            return uuid;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return new Guid(hash[..16]);
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= Age)
            _ids.Remove(_order.Dequeue().Id);
    }
}
