using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last believed value of one trait and its time. A removed trait keeps its time, so that an older value does not
/// restore it. Stores text, because a parsed value takes several times its memory, and most are never read again.
/// </summary>
internal sealed class SdmKnownTrait
{
    private byte[] _json = [];

    /// <summary>The time of the value.</summary>
    public SdmMoment At { get; private set; }

    /// <summary>Whether the device does not have the trait.</summary>
    public bool IsRemoved => _json.Length == 0;

    /// <summary>The value. Undefined when the trait is removed.</summary>
    public JsonElement Value
    {
        get
        {
            if (IsRemoved)
                return default;
            var reader = new Utf8JsonReader(_json);
            return JsonElement.ParseValue(ref reader);
        }
    }

    /// <summary>Takes a value, unless the known one is newer.</summary>
    /// <param name="value">The value. Undefined removes it.</param>
    /// <param name="at">Its time.</param>
    /// <returns>Whether the value is different.</returns>
    public bool Take(JsonElement value, SdmMoment at) =>
        value.ValueKind == JsonValueKind.Undefined ? Take([], at) : Take(JsonMarshal.GetRawUtf8Value(value), at);

    /// <summary>Takes a value, unless the known one is newer.</summary>
    /// <param name="json">The value. Empty removes it.</param>
    /// <param name="at">Its time.</param>
    /// <returns>Whether the value is different.</returns>
    public bool Take(ReadOnlySpan<byte> json, SdmMoment at)
    {
        if (!at.Replaces(At) && At != default)
            return false;
        At = at;
        if (json.SequenceEqual(_json))
            return false;
        var before = Value;
        _json = json.ToArray();
        return before.ValueKind == JsonValueKind.Undefined || IsRemoved || !SdmJson.AreEqual(before, Value);
    }
}
