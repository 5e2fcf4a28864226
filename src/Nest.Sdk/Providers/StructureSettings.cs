using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>What a caller wishes of one structure; what is omitted stays as it is. See docs/protocol/works-with-nest.md#writes and #structures.</summary>
public sealed record StructureSettings
{
    /// <summary><see cref="AwayState.Home"/> or <see cref="AwayState.Away"/>, only on the user's explicit request. See docs/protocol/works-with-nest.md#write-rules. The default value leaves it.</summary>
    public AwayState Away { get; init; }

    /// <summary>The name; not blank.</summary>
    public string? Name { get; init; }

    /// <summary>An arrival: a trip id and the earliest time are needed; without a latest time the window is one minute long. Not together with <see cref="CancelEtaOfTrip"/>.</summary>
    public Eta? Eta { get; init; }

    /// <summary>The id of a trip whose arrival is withdrawn.</summary>
    public string? CancelEtaOfTrip { get; init; }
}
