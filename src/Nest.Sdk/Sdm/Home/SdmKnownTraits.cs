using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last believed traits of one device, each with its time. A removed trait keeps its time, so that an older value does
/// not restore it. Stores text in one list: parsed values take several times the memory, and most are never read again.
/// </summary>
internal sealed class SdmKnownTraits
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    private readonly List<Entry> _traits = [];
    private Entry _none;

    /// <summary>The names of all traits, removed ones included.</summary>
    public IEnumerable<string> Names => _traits.Select(static trait => trait.Name);

    /// <summary>Gets the traits that are present.</summary>
    public Dictionary<string, JsonElement> ToDictionary() =>
        _traits.Where(static trait => trait.Json.Length > 0).ToDictionary(static trait => trait.Name, static trait => Parse(trait.Json), StringComparer.Ordinal);

    /// <summary>Takes a value, unless the known one is newer.</summary>
    /// <param name="name">The name of the trait.</param>
    /// <param name="value">The value. Undefined removes it.</param>
    /// <param name="at">Its time.</param>
    /// <returns>Whether the value is different, however it is written.</returns>
    public bool Take(string name, JsonElement value, SdmMoment at)
    {
        ref var known = ref Find(name);
        var isNew = known.Name is null;
        if (isNew)
        {
            // A known name is shared with all other homes.
            _traits.Add(new Entry { Name = string.IsInterned(name) ?? name, Json = [] });
            known = ref CollectionsMarshal.AsSpan(_traits)[^1];
        }
        else if (!at.Replaces(known.At))
        {
            return false;
        }

        known.At = at;
        var json = value.ValueKind == JsonValueKind.Undefined ? [] : JsonMarshal.GetRawUtf8Value(value);
        if (json.SequenceEqual(known.Json))
            return false;
        // Lists are indented and messages are not.
        var isEqual = json.Length > 0 && known.Json.Length > 0 && SdmJson.AreEqual(Parse(known.Json), value);
        known.Json = json.SequenceEqual(Empty) ? Empty : json.ToArray();
        return !isEqual;
    }

    /// <summary>Takes the text of a trait that is present, unless the known one is newer.</summary>
    /// <param name="name">The name of the trait.</param>
    /// <param name="json">The value.</param>
    /// <param name="at">Its time.</param>
    /// <returns>Whether the text is different. Null when the trait is not present.</returns>
    public bool? TakeText(string name, ReadOnlySpan<byte> json, SdmMoment at)
    {
        ref var known = ref Find(name);
        if (known.Name is null || known.Json.Length == 0)
            return null;
        if (!at.Replaces(known.At))
            return false;
        known.At = at;
        if (json.SequenceEqual(known.Json))
            return false;
        // In place where it fits: a message is often as long as the one before it.
        if (json.Length == known.Json.Length && known.Json != Empty)
            json.CopyTo(known.Json);
        else
            known.Json = json.ToArray();
        return true;
    }

    /// <summary>Releases spare memory: new traits are rare.</summary>
    public void Trim() => _traits.TrimExcess();

    private static JsonElement Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }

    /// <returns>The entry. One without a name when the trait was never known.</returns>
    private ref Entry Find(string name)
    {
        foreach (ref var trait in CollectionsMarshal.AsSpan(_traits))
        {
            if (trait.Name == name)
                return ref trait;
        }

        _none = default;
        return ref _none;
    }

    private struct Entry
    {
        private long _asOf;
        private long _begun;

        public string Name { get; init; }

        /// <summary>The value. Empty when the trait is removed.</summary>
        public byte[] Json { get; set; }

        public SdmMoment At
        {
            readonly get => new(new DateTimeOffset(_asOf, TimeSpan.Zero), _begun == 0 ? null : _begun);
            set => (_asOf, _begun) = (value.AsOf.UtcTicks, value.Begun ?? 0);
        }
    }
}
