using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What became of a write, or of one step or field of it, as far as it was followed.</summary>
[JsonConverter(typeof(EnumWordConverter<NestWriteOutcome>))]
public enum NestWriteOutcome
{
    /// <summary>The server accepted it. What the device made of it was not watched.</summary>
    Accepted = 0,

    /// <summary>It was not sent: a dry run, a failed check, or a step behind one that was refused.</summary>
    NotSent,

    /// <summary>The stream showed the value, and it stood.</summary>
    Confirmed,

    /// <summary>The stream shows another value than was sent and than was there before: the service, or another user, chose that one.</summary>
    Adjusted,

    /// <summary>The stream showed the value and then the one from before: what a locked thermostat does.</summary>
    Reversed,

    /// <summary>The stream showed nothing of it in the time given, or nothing that stood; the write may still take effect.</summary>
    NotSeen,

    /// <summary>The server refused it; nothing was applied.</summary>
    Refused,

    /// <summary>It was sent and no usable answer came: it may have been applied. Read the device before you send it again.</summary>
    Unknown,

    /// <summary>Nothing had to be sent: the home already is as wished.</summary>
    AlreadySo,
}
