using System.Text.Json.Serialization;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>How a report is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(GoalReport))]
internal sealed partial class GoalReportContext : JsonSerializerContext;
