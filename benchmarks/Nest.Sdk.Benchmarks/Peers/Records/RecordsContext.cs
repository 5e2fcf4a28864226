using System.Text.Json.Serialization;

namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>The base class library's fastest way from JSON to records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HomeRecord))]
internal sealed partial class RecordsContext : JsonSerializerContext;
