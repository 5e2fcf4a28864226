namespace Nest.Sdk.Diffing;

/// <summary>Counts which element of its list a value is. Changes come in order, so it counts on from the one before: the paths of a long list cost one walk, not one each.</summary>
internal sealed class ListPlaces
{
    private readonly Place[] _last = new Place[Utf8JsonDiff.MaxDepth + 1];

    private bool _isUsed;

    public void Clear()
    {
        if (_isUsed)
            Array.Clear(_last);
        _isUsed = false;
    }

    public int Of(JsonIndex index, int entry)
    {
        _isUsed = true;
        var list = index.Parent(entry);
        ref var last = ref _last[index.Depth(entry)];
        // No element is entry 0: that is a place which was not set.
        if (last.Entry == 0 || last.List != list)
            last = new Place(list, index.FirstChild(list), 0);
        var ordinal = entry >= last.Entry ? last.Ordinal + Distance(index, last.Entry, entry) : last.Ordinal - Distance(index, entry, last.Entry);
        last = new Place(list, entry, ordinal);
        return ordinal;
    }

    private static int Distance(JsonIndex index, int from, int to)
    {
        var count = 0;
        for (; from != to; from = index.NextSibling(from))
            count++;
        return count;
    }

    private readonly record struct Place(int List, int Entry, int Ordinal);
}
