namespace Nest.Sdk.Diffing;

/// <summary>A list whose elements are written in place.</summary>
/// <remarks>
/// Composing a record elsewhere and copying it costs a stalled load per record, which is measurable when much has
/// changed.
/// </remarks>
internal sealed class RecordList<T>
    where T : struct
{
    private T[] _items = new T[16];

    public int Count { get; private set; }

    public int Capacity => _items.Length;

    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds an element. The caller must set all of it: it may contain old data.</summary>
    public ref T Add()
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        return ref _items[Count++];
    }

    public void Clear() => Count = 0;
}
