using System.Text.Json.Serialization;

namespace Nest.Sdk.Benchmarks.Peers.Records;

/// <summary>The fastest way of the base class library to read JSON into records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HomeRecord))]
internal sealed partial class RecordsContext : JsonSerializerContext;
