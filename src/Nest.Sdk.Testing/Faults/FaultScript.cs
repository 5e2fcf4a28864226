using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Streams;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>
/// The script of faults. They affect the next calls (<see cref="Next"/>), all calls for a time
/// (<see cref="While(Fault, Calls?)"/>), or the open streams (<see cref="NowAsync(StreamFault, Calls?)"/>). A call has
/// at most one fault: the oldest of <see cref="Next"/> that matches it, otherwise the latest of
/// <see cref="While(Fault, Calls?)"/>. A redirected call counts as two calls.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _next = [];
    private readonly List<FaultRule> _lasting = [];
    private readonly StreamHub? _hub;
    private readonly ChangeSignal _signal;
    private readonly Func<string, string> _mask;

    /// <param name="hub">The streams. Null for a service without streams.</param>
    /// <param name="signal">Notified of changes of the script.</param>
    /// <param name="mask">Masks the secrets in a text.</param>
    internal FaultScript(StreamHub? hub, ChangeSignal signal, Func<string, string> mask) => (_hub, _signal, _mask) = (hub, signal, mask);

    /// <summary>
    /// Gets descriptions of the faults that are pending or active, with secrets masked. A test that ends with an unused
    /// fault may have tested nothing.
    /// </summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_lock)
                return [.. _next.Concat(_lasting).Select(rule => _mask(rule.ToString()))];
        }
    }

    /// <summary>
    /// Plays a fault on the next call or calls. A fault that needs a stream, a write or a body waits for such a call.
    /// It skips redirects, calls without a valid token, writes that a rule refuses and streams of paths that do not
    /// exist.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="calls">The calls to match. Default: <see cref="Calls.Any"/>.</param>
    /// <param name="times">The number of consecutive calls. Default: 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public void Next(Fault fault, Calls? calls = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
            _next.Add(new FaultRule(fault, calls ?? Calls.Any, times));
    }

    /// <summary>
    /// Plays a fault on every call until the result is disposed. Plays it once on open streams, if it is a
    /// <see cref="StreamFault"/>.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="calls">The calls and streams to match. Default: <see cref="Calls.Any"/>.</param>
    public IDisposable While(Fault fault, Calls? calls = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var rule = new FaultRule(fault, calls ?? Calls.Any, times: null);
        lock (_lock)
            _lasting.Add(rule);

        if (fault is StreamFault)
            _hub?.Play(rule);

        return new Lifting(this, rule);
    }

    /// <summary>
    /// Plays a fault on every open stream. The task completes when the fault is queued behind the pending events of
    /// each stream. For <see cref="Fault.Reset"/>, <see cref="Fault.Close"/>, <see cref="Fault.End"/> or
    /// <see cref="Fault.Revoke"/> alone, the fault is immediate, and the task completes when the streams have ended.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="calls">
    /// The streams to match, possibly none. Use <see cref="Calls.On"/> for a single stream. Default: all.
    /// </param>
    public Task NowAsync(StreamFault fault, Calls? calls = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return _hub?.PlayAsync(new FaultRule(fault, calls ?? Calls.Any, times: 1)) ?? Task.CompletedTask;
    }

    /// <summary>Removes every pending fault and lifts every active one.</summary>
    public void Clear()
    {
        FaultRule[] lasting;
        lock (_lock)
        {
            _next.Clear();
            lasting = [.. _lasting];
            _lasting.Clear();
        }

        Array.ForEach(lasting, rule => rule.Lift());
    }

    /// <summary>Whether no fault is pending or active. The rules then do not have to be evaluated in advance.</summary>
    internal bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _next.Count == 0 && _lasting.Count == 0;
        }
    }

    /// <summary>
    /// Takes the fault of a call, or null. <paramref name="isRefused"/> says that the call is redirected or has no
    /// valid token. <paramref name="isAccepted"/> says that it is a write that passes the rules, or a stream of an
    /// existing path.
    /// </summary>
    internal FaultRule? Take(FakeCall call, RecordedRequest request, bool isRefused, bool isAccepted)
    {
        bool Fits(FaultRule rule) => rule.Calls.Fits(request, call.Token)
            && rule.Fault.Steps.All(step => (!step.NeedsHeaders || (call.IsStream ? isAccepted : !isRefused))
                && (!step.NeedsStream || (call.IsStream && isAccepted))
                && (!step.NeedsWrite || (call.IsWrite && isAccepted)));

        lock (_lock)
        {
            if (_next.Find(Fits) is not { } rule)
                return _lasting.FindLast(Fits);

            if (--rule.Left == 0)
                _next.Remove(rule);

            return rule;
        }
    }

    private void Lift(FaultRule rule)
    {
        lock (_lock)
            _lasting.Remove(rule);

        rule.Lift();
        _signal.Notify();
    }

    private sealed class Lifting(FaultScript script, FaultRule rule) : IDisposable
    {
        public void Dispose() => script.Lift(rule);
    }
}
