using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>Watches the stream for what became of a write. Subscribed before the write is sent, since its echo may come before the answer.</summary>
/// <remarks>
/// What is shown counts when it has stood for a while and the stream is open: a locked thermostat shows the value and goes back, and an old document may come late.
/// The server's answer starts the time; a value that was there before it is not believed sooner. One that shows just before the time is over may stand beyond it.
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
    private bool _hasStood;
    private bool _isOver;
    private bool _isDisposed;

    /// <param name="fields">What is written.</param>
    /// <param name="options">How long to watch.</param>
    /// <param name="homes">The stream.</param>
    /// <param name="isLive">Whether the stream is open: what stood while nobody could hear otherwise has not stood.</param>
    /// <param name="time">The clock.</param>
    public WriteConfirmation(FieldWatch[] fields, NestWriteOptions options, IObservable<DataModel> homes, Func<bool> isLive, TimeProvider time)
    {
        _fields = fields;
        _options = options;
        _isLive = isLive;
        _stable = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _over = time.CreateTimer(_ => End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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
            Restart();
        }
    }

    public IReadOnlyList<NestFieldResult> Fields()
    {
        lock (_gate)
            return [.. _fields.Select(field => field.ToResult(_hasStood))];
    }

    public void OnNext(DataModel value)
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            var isNews = !_hasSeen;
            _hasSeen = true;
            foreach (var field in _fields)
                isNews |= field.See(value);
            // Other fields change all the time: what does not concern the write does not start the wait over.
            if (isNews)
                Restart();
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

    private bool HasAnything() => _isAnswered && _hasSeen && Array.Exists(_fields, static field => field.Outcome != NestWriteOutcome.NotSeen);

    /// <summary>Something else is there: it has to stand anew.</summary>
    private void Restart()
    {
        _hasStood = false;
        if (_isOver)
            _done.TrySetResult();
        else if (HasAnything() && _options.StableFor == TimeSpan.Zero)
            Believe();
        else
            _stable.Change(HasAnything() ? _options.StableFor : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_isLive())
                Believe();
            else if (_isOver)
                _done.TrySetResult();
            else if (!_isDisposed)
                // A link that comes back tells nothing where nothing has changed: so look again.
                _stable.Change(_options.StableFor, Timeout.InfiniteTimeSpan);
        }
    }

    private void Believe()
    {
        _hasStood = true;
        if (_isOver || Array.TrueForAll(_fields, static field => field.Outcome != NestWriteOutcome.NotSeen))
            _done.TrySetResult();
    }

    private void End()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_hasStood || !HasAnything() || !_isLive())
                _done.TrySetResult();
        }
    }
}
