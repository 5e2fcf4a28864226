using System.Diagnostics.CodeAnalysis;
using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Client;

/// <summary>
/// Splits the live home into one group per device or structure. Like GroupByUntil, except that each group replays its
/// current record to later subscribers.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The returned subscription disposes the fields.")]
internal sealed class RecordGroups<T> : IObserver<DataModel>
    where T : class
{
    private readonly IObserver<IGroupedObservable<string, T>> _outer;
    private readonly Func<DataModel, EquatableMap<T>> _records;
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly SingleAssignmentDisposable _source = new();
    private readonly RefCountDisposable _life;
    private EquatableMap<T> _last;

    private RecordGroups(IObserver<IGroupedObservable<string, T>> outer, Func<DataModel, EquatableMap<T>> records)
    {
        _outer = outer;
        _records = records;
        // The source is released when the outer subscription and the last group have ended.
        _life = new RefCountDisposable(_source);
    }

    public static IObservable<IGroupedObservable<string, T>> Of(IObservable<DataModel> updates, Func<DataModel, EquatableMap<T>> records)
    {
        ArgumentNullException.ThrowIfNull(updates);
        return Observable.Create<IGroupedObservable<string, T>>(outer =>
        {
            var groups = new RecordGroups<T>(outer, records);
            groups._source.Disposable = updates.Subscribe(groups);
            return groups._life;
        });
    }

    public void OnNext(DataModel value)
    {
        var changes = RecordChanges.Of(_last, _records(value));
        _last = _records(value);
        try
        {
            Publish(changes);
        }
        catch (Exception error) // An observer of one group threw and the client removes this subscription, so the other groups end with the error.
        {
            OnError(error);
            throw;
        }
    }

    private void Publish(IReadOnlyList<RecordChange<T>> changes)
    {
        foreach (var change in changes)
        {
            if (change.After is not { } record)
                Close(change.Id);
            else if (_groups.TryGetValue(change.Id, out var known))
                known.Values.OnNext(record);
            else
                Open(change.Id, record);
        }
    }

    public void OnError(Exception error)
    {
        foreach (var group in _groups.Values)
            group.End(error);
        _outer.OnError(error);
    }

    public void OnCompleted()
    {
        foreach (var group in _groups.Values)
            group.End(null);
        _outer.OnCompleted();
    }

    private void Open(string id, T record)
    {
        var group = new Group(id, record, _life);
        _groups.Add(id, group);
        _outer.OnNext(group);
    }

    private void Close(string id)
    {
        if (_groups.Remove(id, out var group))
            group.End(null);
    }

    [SuppressMessage("Design", "CA1001", Justification = "A subject without observers holds no resources.")]
    private sealed class Group(string key, T first, RefCountDisposable life) : ObservableBase<T>, IGroupedObservable<string, T>
    {
        private bool _hasEnded;

        public BehaviorSubject<T> Values { get; } = new(first);

        public string Key => key;

        public void End(Exception? error)
        {
            _hasEnded = true;
            if (error is null)
                Values.OnCompleted();
            else
                Values.OnError(error);
        }

        protected override IDisposable SubscribeCore(IObserver<T> observer)
        {
            // A late subscriber gets only the completion or the error.
            if (_hasEnded)
                return Values.Subscribe(observer);
            // The source was released, so the record is no longer current.
            if (life.IsDisposed)
            {
                observer.OnCompleted();
                return Disposable.Empty;
            }

            return StableCompositeDisposable.Create(life.GetDisposable(), Values.Subscribe(observer));
        }
    }
}
