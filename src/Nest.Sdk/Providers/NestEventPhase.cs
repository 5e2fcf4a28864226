using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>Which part of an occurrence an event reports.</summary>
[JsonConverter(typeof(EnumWordConverter<NestEventPhase>))]
[SuppressMessage("Naming", "CA1720", Justification = "A single report, not the type System.Single.")]
public enum NestEventPhase
{
    /// <summary>The whole: it has no duration, or the service reports no phases. The default.</summary>
    Single = 0,

    /// <summary>It began.</summary>
    Started,

    /// <summary>It goes on and something about it changed, or something about one that ended was corrected.</summary>
    Updated,

    /// <summary>It ended.</summary>
    Ended,
}
