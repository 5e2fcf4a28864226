using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>Watches the stream for what became of a write. Subscribed before the write is sent, since its echo may come before the answer.</summary>
/// <remarks>
/// What is shown counts when it has stood for a while and the stream is open: a locked thermostat shows the value and goes back, and an old document may come late.
/// The server's answer starts the time; a value that was there before it is not believed sooner.
/// </remarks>
internal sealed class WriteConfirmation : IObserver<DataModel>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FieldWatch[] _fields;
    private readonly NestWriteOptions _options;
    private readonly Func<bool> _isLive;
    private readonly ITimer _stable;
    private readonly ITimer _over;
    private readonly IDisposable _subscription;
    private bool _isAnswered;
    private bool _hasSeen;
    private bool _isStanding;
    private bool _isDisposed;

    /// <param name="fields">What is written.</param>
    /// <param name="before">The home as it was known before.</param>
    /// <param name="options">How long to watch.</param>
    /// <param name="homes">The stream.</param>
    /// <param name="isLive">Whether the stream is open: what stood while nobody could hear otherwise has not stood.</param>
    /// <param name="time">The clock.</param>
    public WriteConfirmation(IReadOnlyList<WriteField> fields, KnownHome before, NestWriteOptions options, IObservable<DataModel> homes, Func<bool> isLive, TimeProvider time)
    {
        _fields = [.. fields.Select(field => new FieldWatch(field, before.Model, before.Age is null))];
        _options = options;
        _isLive = isLive;
        _stable = time.CreateTimer(_ => Stood(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _over = time.CreateTimer(_ => _done.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = homes.Subscribe(this);
    }

    /// <summary>Ends when every field has come to something that stands, when the time is over, or with the stream.</summary>
    public Task Done => _done.Task;

    /// <summary>Notes that the server has answered: from here on time counts.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            _isAnswered = true;
            _over.Change(_options.Confirm!.Value, Timeout.InfiniteTimeSpan);
            StartStanding();
        }
    }

    public IReadOnlyList<NestFieldResult> Fields()
    {
        lock (_gate)
            return [.. _fields.Select(static field => field.ToResult())];
    }

    public void OnNext(DataModel value)
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _hasSeen = true;
            var isNews = false;
            foreach (var field in _fields)
                isNews |= field.See(value);
            // Other fields change all the time: what does not concern the write does not start the wait over.
            if (isNews || !_isStanding)
                StartStanding();
        }
    }

    /// <summary>Without a stream nothing more will be seen.</summary>
    public void OnError(Exception error) => _done.TrySetResult();

    public void OnCompleted() => _done.TrySetResult();

    public void Dispose()
    {
        _subscription.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            _stable.Dispose();
            _over.Dispose();
        }
    }

    private void StartStanding()
    {
        _isStanding = _isAnswered && _hasSeen && Array.TrueForAll(_fields, static field => field.Outcome != NestWriteOutcome.NotSeen);
        if (_isStanding && _options.StableFor == TimeSpan.Zero)
            _done.TrySetResult();
        else
            _stable.Change(_isStanding ? _options.StableFor : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Stood()
    {
        lock (_gate)
        {
            // A link that was lost brings the whole home when it is back, changed or not: then the wait starts over.
            if (_isStanding && _isLive())
                _done.TrySetResult();
            else
                _isStanding = false;
        }
    }
}
