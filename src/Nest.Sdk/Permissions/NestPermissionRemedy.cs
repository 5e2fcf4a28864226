using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What the user has to do about permissions.</summary>
[JsonConverter(typeof(EnumWordConverter<NestPermissionRemedy>))]
public enum NestPermissionRemedy
{
    /// <summary>Nothing. The default.</summary>
    None = 0,

    /// <summary>Accept the product's update in the Nest app: the product has further permissions by now (reference §14).</summary>
    AcceptUpdate,

    /// <summary>Authorize the product again, once it has the permission in the developer console.</summary>
    AuthorizeAgain,
}
