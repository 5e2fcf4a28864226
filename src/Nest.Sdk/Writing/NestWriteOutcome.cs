using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What became of a write, as far as it was followed.</summary>
[JsonConverter(typeof(EnumWordConverter<NestWriteOutcome>))]
public enum NestWriteOutcome
{
    /// <summary>The server has accepted it; nobody watched what the device made of it.</summary>
    Accepted = 0,

    /// <summary>A dry run: nothing was sent.</summary>
    NotSent,

    /// <summary>The stream showed the value, and it stood.</summary>
    Confirmed,

    /// <summary>The stream shows another value than was sent and than was there before: Nest, or somebody else, chose that one.</summary>
    Adjusted,

    /// <summary>The stream showed the value and then the one from before: what a locked thermostat does.</summary>
    Reversed,

    /// <summary>The stream showed nothing of it in the time given, or nothing that stood; the write may still take effect.</summary>
    NotSeen,
}
