namespace Nest.Sdk.Collections;

public readonly partial struct EquatableArray<T>
{
    /// <summary>Enumerates an <see cref="EquatableArray{T}"/> without allocating.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The item at the current position.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Moves to the next item.</summary>
        /// <returns>False after the last item.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}
