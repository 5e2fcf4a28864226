using Nest.Sdk.Collections;

namespace Nest.Sdk.Streaming;

/// <summary>Compares two maps of records.</summary>
internal static class RecordChanges
{
    /// <summary>
    /// Gets the entries that differ, in the order of their keys. Maps and records that are the same object are not
    /// compared.
    /// </summary>
    public static IReadOnlyList<RecordChange<T>> Of<T>(EquatableMap<T> before, EquatableMap<T> after)
        where T : class
    {
        if (ReferenceEquals(before.Entries, after.Entries))
            return [];
        var changes = new List<RecordChange<T>>();
        ReadOnlySpan<KeyValuePair<string, T>> old = before.AsSpan(), now = after.AsSpan();
        // Both are in ordinal order.
        while (old.Length > 0 || now.Length > 0)
        {
            var order = old.Length == 0 ? 1 : now.Length == 0 ? -1 : string.CompareOrdinal(old[0].Key, now[0].Key);
            var was = order <= 0 ? old[0].Value : null;
            var value = order >= 0 ? now[0].Value : null;
            if (was is null || value is null || !(ReferenceEquals(was, value) || was.Equals(value)))
                changes.Add(new RecordChange<T> { Id = order <= 0 ? old[0].Key : now[0].Key, Before = was, After = value });
            old = order <= 0 ? old[1..] : old;
            now = order >= 0 ? now[1..] : now;
        }

        return changes.AsReadOnly();
    }
}
