using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What kind of refusal or failure an answer tells.</summary>
[JsonConverter(typeof(EnumWordConverter<NestRequestFailure>))]
public enum NestRequestFailure
{
    /// <summary>The server refuses the request as it is: a rule, a value, a permission.</summary>
    Refused = 0,

    /// <summary>Nothing is at this path, or the token may not see it.</summary>
    NotFound,

    /// <summary>The device is not online.</summary>
    Offline,

    /// <summary>The server failed; whether a write took effect before that is not sure.</summary>
    ServerFailure,

    /// <summary>A web page, or a redirect that Nest does not make: the endpoint is wrong, or a login page of the network is in between.</summary>
    NotNest,
}
