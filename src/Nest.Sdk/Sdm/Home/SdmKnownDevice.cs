using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last believed state of one device. Whole traits replace whole traits, each by its own time: fields are never
/// merged, and an older value never replaces a newer one. See
/// docs/protocol/smart-device-management.md#trait-updates.
/// </summary>
internal sealed class SdmKnownDevice(string name)
{
    private readonly Dictionary<string, Timed> _traits = new(StringComparer.Ordinal);
    private string? _type;
    private IReadOnlyList<SdmRelation> _parents = [];

    /// <summary>The doubt about a list that shows the device without any traits.</summary>
    public SdmDoubt Traitless { get; } = new();

    /// <summary>Whether it was confirmed that the device has no traits.</summary>
    public bool IsTraitless { get; set; }

    /// <summary>The traits that are present.</summary>
    public IReadOnlyDictionary<string, JsonElement> Traits =>
        _traits.Where(static trait => !trait.Value.IsRemoved).ToDictionary(static trait => trait.Key, static trait => trait.Value.Value, StringComparer.Ordinal);

    public SdmDevice ToDevice() => new(name, _type, _parents, Traits);

    /// <summary>Takes type and relations, which have no time of their own.</summary>
    public void Relate(SdmDevice listed) => (_type, _parents) = (listed.Type, listed.Parents);

    /// <summary>Takes the traits of a whole device: a trait that is missing is not available at that time.</summary>
    /// <param name="traits">The traits.</param>
    /// <param name="at">Their time.</param>
    /// <param name="except">The names of traits that stay as they are.</param>
    public void Replace(IReadOnlyDictionary<string, JsonElement> traits, SdmMoment at, IReadOnlyList<string>? except = null)
    {
        var names = _traits.Keys.Union(traits.Keys, StringComparer.Ordinal).Except(except ?? [], StringComparer.Ordinal).ToList();
        foreach (var trait in names)
        {
            if (!_traits.TryGetValue(trait, out var known) || at.Replaces(known.At))
                _traits[trait] = new Timed(traits.TryGetValue(trait, out var value) ? value : default, at);
        }
    }

    /// <summary>A value and its time. A removed trait keeps its time, so that an older value does not restore it.</summary>
    private readonly record struct Timed(JsonElement Value, SdmMoment At)
    {
        public bool IsRemoved => Value.ValueKind == JsonValueKind.Undefined;
    }
}
