using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last believed state of one device. Whole traits replace whole traits, each by its own time: fields are never
/// merged, and an older value never replaces a newer one. See
/// docs/protocol/smart-device-management.md#trait-updates.
/// </summary>
internal sealed class SdmKnownDevice(string name)
{
    private readonly SdmKnownTraits _traits = new();
    private SdmSessions? _sessions;
    private string? _type;
    private IReadOnlyList<SdmRelation> _parents = [];

    /// <summary>The doubt about a list that shows the device without any traits.</summary>
    public SdmDoubt Traitless { get; } = new();

    /// <summary>Whether it was confirmed that the device has no traits.</summary>
    public bool IsTraitless { get; set; }

    /// <summary>The traits that are present.</summary>
    public IReadOnlyDictionary<string, JsonElement> Traits => _traits.ToDictionary();

    /// <summary>The last occurrence in front of the camera. Null when there was none.</summary>
    public SdmSession? LastSession => _sessions?.Last;

    public SdmDevice ToDevice() => new(name, _type, _parents, Traits) { LastSession = LastSession };

    /// <summary>Takes type and relations, which have no time of their own.</summary>
    public void Relate(SdmDevice listed) => (_type, _parents) = (listed.Type is { } type ? string.IsInterned(type) ?? type : null, listed.Parents);

    /// <summary>Takes the traits of a whole device: a trait that is missing is not available at that time.</summary>
    /// <param name="traits">The traits.</param>
    /// <param name="at">Their time.</param>
    /// <param name="except">The names of traits that stay as they are.</param>
    /// <returns>Whether a value is different.</returns>
    public bool Replace(IReadOnlyDictionary<string, JsonElement> traits, SdmMoment at, IReadOnlyList<string>? except = null)
    {
        var names = _traits.Names.Union(traits.Keys, StringComparer.Ordinal).Except(except ?? [], StringComparer.Ordinal).ToList();
        var isChanged = false;
        foreach (var trait in names)
            isChanged |= _traits.Take(trait, traits.GetValueOrDefault(trait), at);
        _traits.Trim();
        return isChanged;
    }

    /// <summary>Takes some traits of the device. A trait that is missing keeps its value.</summary>
    /// <param name="traits">The traits.</param>
    /// <param name="at">Their time.</param>
    /// <param name="except">The names of traits that stay as they are.</param>
    /// <returns>Whether a value is different.</returns>
    public bool Take(IReadOnlyDictionary<string, JsonElement> traits, SdmMoment at, IReadOnlyList<string> except)
    {
        var isChanged = false;
        foreach (var (trait, value) in traits)
        {
            if (!except.Contains(trait, StringComparer.Ordinal))
                isChanged |= _traits.Take(trait, value, at);
        }

        return isChanged;
    }

    /// <inheritdoc cref="SdmKnownTraits.TakeText"/>
    public bool? TakeText(string trait, ReadOnlySpan<byte> json, SdmMoment at) => _traits.TakeText(trait, json, at);

    /// <inheritdoc cref="SdmSessions.Take"/>
    /// <returns>Whether the last occurrence is different.</returns>
    public bool TakeReport(string id, string? session, SdmSightings seen, string? entry, DateTimeOffset at, bool isEnd)
    {
        var last = LastSession;
        (_sessions ??= new SdmSessions()).Take(id, session, seen, entry, at, isEnd);
        return LastSession != last;
    }
}
