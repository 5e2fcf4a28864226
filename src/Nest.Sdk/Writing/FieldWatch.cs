using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>Follows one field of a write through the homes that the stream shows.</summary>
internal sealed class FieldWatch
{
    private readonly WriteField _field;
    private RawJson? _before;
    private RawJson? _last;
    private RawJson? _beforeShown;
    private RawJson? _lagging;
    private bool _wasShown;

    /// <param name="field">What is written.</param>
    /// <param name="before">The home as it was just before.</param>
    /// <param name="shown">What the stream shows by then: it may lag behind an own write that was read already.</param>
    public FieldWatch(WriteField field, DataModel before, DataModel shown)
    {
        _field = field;
        _before = field.Read(before);
        _last = field.Read(shown) ?? _before;
        _lagging = _last == _before ? null : _last;
        // It was so already, and the server may never say it again.
        _wasShown = _lagging is null && _before == field.Shown;
        Outcome = _wasShown ? NestWriteOutcome.Confirmed : NestWriteOutcome.NotSeen;
    }

    /// <summary>What the field came to so far.</summary>
    public NestWriteOutcome Outcome { get; private set; }

    /// <returns>Whether the field came to something else than before.</returns>
    public bool See(DataModel home)
    {
        // A device that is gone, or a field that may no longer be seen, tells nothing.
        if (_field.Read(home) is not { } value)
            return false;
        // From before what was read: it tells nothing of what came after.
        if (value == _lagging)
            return false;
        _lagging = null;
        var (old, known) = (Outcome, _last);
        Outcome = Judge(value);
        _last = value;
        return Outcome != old || known != value;
    }

    /// <param name="hasStood">Whether what was seen last has stood. A value that went back was there once, however short.</param>
    public NestFieldResult ToResult(bool hasStood) => new()
    {
        Name = _field.Name,
        Sent = _field.Value,
        Seen = _last,
        Outcome = hasStood || Outcome == NestWriteOutcome.Reversed ? Outcome : NestWriteOutcome.NotSeen,
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

        // Gone back to what it was right before. Changed once more to something else, by whomever: then the write itself was taken.
        if (_wasShown)
            return value == _beforeShown ? NestWriteOutcome.Reversed : NestWriteOutcome.Confirmed;
        _before ??= value;
        return value == _before ? NestWriteOutcome.NotSeen : NestWriteOutcome.Adjusted;
    }
}
