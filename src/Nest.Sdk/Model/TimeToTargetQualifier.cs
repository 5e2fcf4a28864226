using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model;

/// <summary>The qualifier of the minutes of a <see cref="TimeToTarget"/>.</summary>
[JsonConverter(typeof(EnumWordConverter<TimeToTargetQualifier>))]
public enum TimeToTargetQualifier
{
    /// <summary>No prefix, or no valid text. The default.</summary>
    None,

    /// <summary>About the given time: <c>~15</c>.</summary>
    About,

    /// <summary>Less than the given time: <c>&lt;5</c>.</summary>
    LessThan,

    /// <summary>More than the given time: <c>&gt;120</c>.</summary>
    MoreThan,
}
