using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model;

/// <summary>How a <see cref="TimeToTarget"/> means its minutes.</summary>
[JsonConverter(typeof(EnumWordConverter<TimeToTargetQualifier>))]
public enum TimeToTargetQualifier
{
    /// <summary>No prefix, or no readable text at all.</summary>
    None,

    /// <summary>About that long: <c>~15</c>.</summary>
    About,

    /// <summary>Less than that: <c>&lt;5</c>.</summary>
    LessThan,

    /// <summary>More than that: <c>&gt;120</c>.</summary>
    MoreThan,
}
