namespace Nest.Sdk.Model;

/// <summary>
/// Converts the Unix epoch, which means "never" on the wire, to absent in every record. See
/// docs/protocol/works-with-nest.md#numbers-times-ids.
/// </summary>
internal static class UnixEpoch
{
    public static DateTimeOffset? AsAbsent(DateTimeOffset? time) => time == DateTimeOffset.UnixEpoch ? null : time;
}
