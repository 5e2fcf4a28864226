using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>The kind of refusal or failure that a response reports.</summary>
[JsonConverter(typeof(EnumWordConverter<NestRequestFailure>))]
public enum NestRequestFailure
{
    /// <summary>The server refuses the request: because of a rule, a value or a permission. The default.</summary>
    Refused = 0,

    /// <summary>The path does not exist, or the token has no access to it.</summary>
    NotFound,

    /// <summary>The device is not online.</summary>
    Offline,

    /// <summary>The server failed. A write may have taken effect before that.</summary>
    ServerFailure,

    /// <summary>
    /// The response is a web page, or a redirect that Nest does not send: the endpoint is wrong, or the network has a
    /// login page.
    /// </summary>
    NotNest,
}
