namespace Nest.Sdk.Sdm.Home;

/// <summary>What is known of one occurrence in front of a camera.</summary>
/// <param name="Id">The id that its reports share.</param>
/// <param name="Seen">What was seen or heard. None while only a recording has been reported.</param>
/// <param name="Start">The time of its first report.</param>
/// <param name="Latest">The time of its last report.</param>
/// <param name="End">The time of the report that ended it. Null until then.</param>
/// <param name="Entry">The id of its last report, for its picture. Null when it has none.</param>
internal sealed record SdmSession(string Id, SdmSightings Seen, DateTimeOffset Start, DateTimeOffset Latest, DateTimeOffset? End, string? Entry);
