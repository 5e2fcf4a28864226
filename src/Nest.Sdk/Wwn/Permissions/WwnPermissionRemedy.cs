using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>What the user has to do about permissions.</summary>
[JsonConverter(typeof(EnumWordConverter<WwnPermissionRemedy>))]
public enum WwnPermissionRemedy
{
    /// <summary>Nothing. The default.</summary>
    None = 0,

    /// <summary>Accept the product's update in the Nest app: the product has further permissions by now.</summary>
    AcceptUpdate,

    /// <summary>Authorize the product again, once it has the permission in the developer console.</summary>
    AuthorizeAgain,
}
