using System.Text.Json;

namespace Nest.Sdk.Sdm.Events;

/// <summary>A message about a device, read once for all clients.</summary>
/// <param name="At">The time of its values, by Google's clock.</param>
/// <param name="Traits">The traits. Empty when it has none.</param>
/// <param name="Reports">The events. Empty when it has none.</param>
internal sealed record FeedUpdate(DateTimeOffset At, IReadOnlyDictionary<string, JsonElement> Traits, IReadOnlyList<SdmReport> Reports)
{
    /// <summary>The events as subscribers get them.</summary>
    public IReadOnlyList<NestEvent> Events { get; } = [.. Reports.Select(static report => report.Event)];
}
