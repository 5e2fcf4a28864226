using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>The phase of an occurrence that an event reports.</summary>
[JsonConverter(typeof(EnumWordConverter<NestEventPhase>))]
[SuppressMessage("Naming", "CA1720", Justification = "A single report, not the type System.Single.")]
public enum NestEventPhase
{
    /// <summary>The whole occurrence: it has no duration, or the service reports no phases. The default.</summary>
    Single = 0,

    /// <summary>The occurrence started.</summary>
    Started,

    /// <summary>The occurrence continues with a change, or a past one was corrected.</summary>
    Updated,

    /// <summary>The occurrence ended.</summary>
    Ended,
}
