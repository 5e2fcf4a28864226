using System.Text.Json.Serialization;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>The JSON format of a report.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(GoalReport))]
internal sealed partial class GoalReportContext : JsonSerializerContext;
