using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Wwn;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class WwnJsonContext : JsonSerializerContext;
