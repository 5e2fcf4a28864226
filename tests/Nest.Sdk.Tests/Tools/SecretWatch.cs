using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nest.Sdk.Tests.Tools;

/// <summary>Listens to every activity and every metric of the process, and remembers all texts in them.</summary>
internal sealed class SecretWatch : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _texts = new(StringComparer.Ordinal);
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public SecretWatch()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Remember,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Remember(tags));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Remember(tags));
        _meters.Start();
    }

    public IEnumerable<string> Texts => _texts.Keys;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Remember(Activity activity)
    {
        Remember(activity.DisplayName);
        Remember(activity.StatusDescription);
        foreach (var (key, value) in activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)))
            Remember($"{key}={value}");
        foreach (var (key, value) in activity.Baggage)
            Remember($"{key}={value}");
    }

    private void Remember(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
            Remember($"{key}={value}");
    }

    private void Remember(string? text)
    {
        if (text is not null)
            _texts.TryAdd(text, true);
    }
}
