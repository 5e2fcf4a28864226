using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>
/// An event stream that was opened, with its path and its state. Pass it to <see cref="Calls.On"/> to play a fault on
/// it alone.
/// </summary>
public sealed class StreamHandle
{
    private readonly Lock _lock = new();
    private readonly ChangeSignal _signal;
    private int _events;
    private string? _lastEvent;
    private DateTimeOffset? _endedAt;

    internal StreamHandle(int number, string path, RecordedRequest request, DateTimeOffset openedAt, ChangeSignal signal) =>
        (Number, Path, Request, OpenedAt, _signal) = (number, path, request, openedAt, signal);

    /// <summary>The number of the stream in the order of opening. The first stream of the fake has number 1.</summary>
    public int Number { get; }

    /// <summary>The path in the data model. <c>/</c> for the whole document.</summary>
    public string Path { get; }

    /// <summary>The label of its token, as in <see cref="RecordedRequest.Token"/>.</summary>
    public string? Token => Request.Token;

    /// <summary>The request that opened it.</summary>
    public RecordedRequest Request { get; }

    /// <summary>When it opened, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>When it ended. Null while it is open.</summary>
    public DateTimeOffset? EndedAt
    {
        get
        {
            lock (_lock)
                return _endedAt;
        }
    }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Gets the number of events sent, including keep-alives and scripted ones.</summary>
    public int EventsSent
    {
        get
        {
            lock (_lock)
                return _events;
        }
    }

    /// <summary>Gets the name of the last event sent, such as <c>put</c>. Null before the first event.</summary>
    public string? LastEvent
    {
        get
        {
            lock (_lock)
                return _lastEvent;
        }
    }

    /// <summary>Returns a one-line description.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var state = _endedAt is { } ended ? $"ended after {(ended - OpenedAt).TotalSeconds:0.###} s" : "open";
            return $"stream #{Number} on {Path} by {Token}, {state}, {_events} events, the last one {_lastEvent ?? "none"}{(Request.Note is null ? "" : $": {Request.Note}")}";
        }
    }

    internal void Wrote(string eventName)
    {
        lock (_lock)
        {
            _events++;
            _lastEvent = eventName;
        }

        _signal.Notify();
    }

    internal void End(DateTimeOffset now)
    {
        lock (_lock)
            _endedAt ??= now;
    }
}
