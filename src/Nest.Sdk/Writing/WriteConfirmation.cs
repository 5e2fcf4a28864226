using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>
/// Watches the stream for the outcome of a write. Subscribed before the write is sent, because its echo may come before
/// the response.
/// </summary>
/// <remarks>
/// A value counts when it was stable for a while with the stream open: a locked thermostat shows the value and goes
/// back, and an old document may arrive late. The time starts with the server's response; a value from before it is not
/// accepted sooner. A value that appears just before the end may become stable after it.
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

    /// <param name="fields">The fields that are written.</param>
    /// <param name="options">The times.</param>
    /// <param name="homes">The stream.</param>
    /// <param name="isLive">
    /// Whether the stream is open. A value counts as stable only while later changes would be seen.
    /// </param>
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

    /// <summary>
    /// Completes when every field has a stable outcome, when the time has passed, or when the stream ends.
    /// </summary>
    public Task Done => _done.Task;

    /// <summary>Notes that the server has responded, which starts the time.</summary>
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
                isNews |= field.Observe(value);
            // Other fields change all the time. Only changes of the write's fields restart the wait.
            if (isNews)
                Restart();
        }
    }

    /// <summary>Ends the watch: without a stream no further value is seen.</summary>
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

    /// <summary>Restarts the wait for a new value to become stable.</summary>
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
                // A connection that returns publishes nothing when nothing has changed, so check again.
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
