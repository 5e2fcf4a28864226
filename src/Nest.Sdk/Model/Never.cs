namespace Nest.Sdk.Model;

/// <summary>The Unix epoch means "never" on the wire (see docs/protocol/works-with-nest.md#numbers-times-ids), so no record holds it, whoever made the record.</summary>
internal static class Never
{
    public static DateTimeOffset? AsAbsent(DateTimeOffset? time) => time == DateTimeOffset.UnixEpoch ? null : time;
}
