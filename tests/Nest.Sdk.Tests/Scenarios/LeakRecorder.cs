using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging.Testing;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// Records all output of a program except its requests: activities, metrics, event sources and exceptions.
/// </summary>
/// <remarks>
/// It records the whole process, including concurrent tests. Each test searches only for its own secrets.
/// </remarks>
internal sealed class LeakRecorder : IDisposable
{
    /// <summary>Whether this thread reads an exception, which may throw another one.</summary>
    [ThreadStatic]
    private static bool _isReading;

    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly EventSources _events;

    public LeakRecorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _seen.Enqueue(Text(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.Start();
        _events = new EventSources(_seen.Enqueue);
        AppDomain.CurrentDomain.FirstChanceException += OnThrown;
    }

    /// <summary>Fails when one of the secrets was recorded or logged.</summary>
    public void AssertUnseen(IEnumerable<string> secrets, FakeLogCollector logs)
    {
        var lines = logs.GetSnapshot().Select(record => $"{record.Category} {record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])} {string.Join(' ', record.Scopes)}").ToList();
        foreach (var secret in secrets)
            Assert.Empty(lines.Concat(_seen).Where(line => line.Contains(secret, StringComparison.Ordinal)).Select(line => line.Replace(secret, "***", StringComparison.Ordinal)));
    }

    /// <summary>Whether anything was recorded.</summary>
    public bool HasSeen(string text) => _seen.Any(each => each.Contains(text, StringComparison.Ordinal));

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= OnThrown;
        _activities.Dispose();
        _meters.Dispose();
        _events.Dispose();
    }

    private static string Text(Activity activity) =>
        $"activity {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Text(activity.TagObjects)} {Text(activity.Baggage)} {string.Join(' ', activity.Events.Select(each => $"{each.Name} {Text(each.Tags)}"))}";

    private static string Text<T>(IEnumerable<KeyValuePair<string, T>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Enqueue($"metric {instrument.Name} {value} {Text(tags.ToArray())}");

    /// <summary>An exception from here would end the process, and a concurrent test has one whose message throws.</summary>
    private void OnThrown(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (_isReading)
            return;
        _isReading = true;
        try
        {
            _seen.Enqueue($"exception {thrown.Exception}");
        }
        catch (Exception)
        {
            _seen.Enqueue($"exception {thrown.Exception.GetType()}");
        }
        finally
        {
            _isReading = false;
        }
    }

    private sealed class EventSources(Action<string> seen) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal))
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }

        // The base class calls this before the constructor parameters are set.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) => seen?.Invoke($"event {eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? Empty)}");

        private static readonly System.Collections.ObjectModel.ReadOnlyCollection<object?> Empty = new([]);
    }
}
