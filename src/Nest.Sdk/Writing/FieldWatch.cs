using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>Follows one field of a write through the homes of the stream.</summary>
internal sealed class FieldWatch
{
    private readonly WriteField _field;
    private RawJson? _before;
    private RawJson? _last;
    private RawJson? _beforeShown;
    private RawJson? _lagging;
    private bool _wasShown;

    /// <param name="field">The field that is written.</param>
    /// <param name="before">The home just before the write.</param>
    /// <param name="shown">
    /// The home that the stream shows at that time. It may lag behind an earlier write that was already read.
    /// </param>
    public FieldWatch(WriteField field, DataModel before, DataModel shown)
    {
        _field = field;
        _before = field.Read(before);
        _last = field.Read(shown) ?? _before;
        _lagging = _last == _before ? null : _last;
        // The field already had the value, so the server may never send it again.
        _wasShown = _lagging is null && _before == field.Shown;
        Outcome = _wasShown ? NestWriteOutcome.Confirmed : NestWriteOutcome.NotSeen;
    }

    /// <summary>The outcome of the field so far.</summary>
    public NestWriteOutcome Outcome { get; private set; }

    /// <returns>Whether the outcome of the field changed.</returns>
    public bool Observe(DataModel home)
    {
        // A missing device or field proves nothing.
        if (_field.Read(home) is not { } value)
            return false;
        // The lagging value, from before the last read: it proves nothing about the write.
        if (value == _lagging)
            return false;
        _lagging = null;
        var (old, known) = (Outcome, _last);
        Outcome = Judge(value);
        _last = value;
        return Outcome != old || known != value;
    }

    /// <param name="wasStable">
    /// Whether the last value was stable. A value that went back was present once, however briefly.
    /// </param>
    public NestFieldResult ToResult(bool wasStable) => new()
    {
        Name = _field.Name,
        Sent = _field.Value,
        Seen = _last,
        Outcome = wasStable || Outcome == NestWriteOutcome.Reversed ? Outcome : NestWriteOutcome.NotSeen,
    };

    private NestWriteOutcome Judge(RawJson value)
    {
        if (value == _field.Shown)
        {
            if (_last != value)
                _beforeShown = _last;
            _wasShown = true;
            return NestWriteOutcome.Confirmed;
        }

        // Back to the value from just before the write. If it changed to another value later, the write itself was
        // applied.
        if (_wasShown)
            return value == _beforeShown ? NestWriteOutcome.Reversed : NestWriteOutcome.Confirmed;
        _before ??= value;
        return value == _before ? NestWriteOutcome.NotSeen : NestWriteOutcome.Adjusted;
    }
}
