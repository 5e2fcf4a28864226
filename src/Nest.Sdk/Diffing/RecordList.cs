namespace Nest.Sdk.Diffing;

/// <summary>A list whose elements are written where they stay.</summary>
/// <remarks>A record that is put together elsewhere and copied costs a stalled load for each, which shows where much has changed.</remarks>
internal sealed class RecordList<T>
    where T : struct
{
    private T[] _items = new T[16];

    public int Count { get; private set; }

    public int Capacity => _items.Length;

    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Makes room for one more, which has to be set whole: it may hold what was there before.</summary>
    public ref T Add()
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        return ref _items[Count++];
    }

    public void Clear() => Count = 0;
}
