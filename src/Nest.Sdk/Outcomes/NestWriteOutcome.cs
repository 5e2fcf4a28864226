using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>The outcome of a write, or of one of its steps or fields.</summary>
[JsonConverter(typeof(EnumWordConverter<NestWriteOutcome>))]
public enum NestWriteOutcome
{
    /// <summary>The server accepted the write. Its effect on the device was not watched. The default.</summary>
    Accepted = 0,

    /// <summary>Not sent: a dry run, a failed check, or a step after one that was refused.</summary>
    NotSent,

    /// <summary>The stream reported the value, and it did not change again.</summary>
    Confirmed,

    /// <summary>
    /// The stream reported a value that is neither the one sent nor the one before: the service or another user chose
    /// it.
    /// </summary>
    Adjusted,

    /// <summary>The stream reported the value and then the previous one again. A locked thermostat does this.</summary>
    Reversed,

    /// <summary>
    /// The stream did not report a lasting value before the timeout. The write may still take effect.
    /// </summary>
    NotSeen,

    /// <summary>The server refused the write. Nothing was applied.</summary>
    Refused,

    /// <summary>
    /// The write was sent, but no usable response arrived. It may have been applied: read the device before you send it
    /// again.
    /// </summary>
    Unknown,

    /// <summary>Nothing was sent: the home already has these values.</summary>
    AlreadySo,
}
