namespace Nest.Sdk.Sdm.Home;

/// <summary>What is known of one occurrence in front of a camera.</summary>
/// <param name="Id">What tells its reports from others.</param>
/// <param name="Session">Google's id of it. Null when it has none.</param>
/// <param name="Seen">What was seen or heard. None while only a recording has been reported.</param>
/// <param name="Start">The time of its first report.</param>
/// <param name="Latest">The time of its last report.</param>
/// <param name="End">The time of the report that ended it. Null until then.</param>
/// <param name="Entry">The id of its last report that has one, for its picture. Null when none has.</param>
/// <param name="EntryAt">The time of that report.</param>
internal sealed record SdmSession(string Id, string? Session, SdmSightings Seen, DateTimeOffset Start, DateTimeOffset Latest, DateTimeOffset? End, string? Entry, DateTimeOffset EntryAt);
