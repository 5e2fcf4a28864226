using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>What the user has to do about missing permissions.</summary>
[JsonConverter(typeof(EnumWordConverter<WwnPermissionRemedy>))]
public enum WwnPermissionRemedy
{
    /// <summary>Nothing. The default.</summary>
    None = 0,

    /// <summary>Accept the product's update in the Nest app, because the product has new permissions.</summary>
    AcceptUpdate,

    /// <summary>Authorize the product again, after it was given the permission in the developer console.</summary>
    AuthorizeAgain,
}
