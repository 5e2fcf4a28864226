namespace Nest.Sdk.Collections;

public readonly partial struct EquatableArray<T>
{
    /// <summary>Walks an <see cref="EquatableArray{T}"/> without an allocation.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The item the enumerator stands on.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next item.</summary>
        /// <returns>False behind the last item.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}
