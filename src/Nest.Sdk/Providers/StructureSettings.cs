using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>
/// The settings to write to one structure. Omitted settings are unchanged. See docs/protocol/works-with-nest.md#writes
/// and #structures.
/// </summary>
public sealed record StructureSettings
{
    /// <summary>
    /// <see cref="AwayState.Home"/> or <see cref="AwayState.Away"/>. Set it only on the user's explicit request.
    /// Default: unchanged. See docs/protocol/works-with-nest.md#write-rules.
    /// </summary>
    public AwayState Away { get; init; }

    /// <summary>The name; not blank. Null leaves it unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// An arrival with a trip id and the earliest time. Without a latest time the window is one minute long. Cannot be
    /// combined with <see cref="CancelEtaOfTrip"/>.
    /// </summary>
    public Eta? Eta { get; init; }

    /// <summary>The id of the trip whose arrival is withdrawn.</summary>
    public string? CancelEtaOfTrip { get; init; }
}
