using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>One event stream that has been opened: what it is for, and what has become of it. A fault can be played on it alone.</summary>
public sealed class StreamHandle
{
    private readonly Lock _lock = new();
    private readonly Pulse _pulse;
    private int _events;
    private string? _lastEvent;
    private DateTimeOffset? _endedAt;

    internal StreamHandle(int number, string path, RecordedRequest request, DateTimeOffset openedAt, Pulse pulse) =>
        (Number, Path, Request, OpenedAt, _pulse) = (number, path, request, openedAt, pulse);

    /// <summary>1 for the first stream of the fake, and so on in the order of opening.</summary>
    public int Number { get; }

    /// <summary>The path of the data model that it is for; <c>/</c> for the whole document.</summary>
    public string Path { get; }

    /// <summary>The name of its token: <see cref="RecordedRequest.Token"/>.</summary>
    public string? Token => Request.Token;

    /// <summary>The request that opened it.</summary>
    public RecordedRequest Request { get; }

    /// <summary>When it opened, on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt
    {
        get
        {
            lock (_lock)
            {
                return _endedAt;
            }
        }
    }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>How many events have gone out, keep-alives and scripted ones too.</summary>
    public int EventsSent
    {
        get
        {
            lock (_lock)
            {
                return _events;
            }
        }
    }

    /// <summary>The name of the last event that went out, such as <c>put</c>; null when none has.</summary>
    public string? LastEvent
    {
        get
        {
            lock (_lock)
            {
                return _lastEvent;
            }
        }
    }

    /// <summary>One line for people.</summary>
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

        _pulse.Beat();
    }

    internal void End(DateTimeOffset now)
    {
        lock (_lock)
        {
            _endedAt ??= now;
        }
    }
}
