using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Streams;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>
/// The script of faults: with the next call (<see cref="Next"/>), as long as a test says
/// (<see cref="While(Fault, Calls?)"/>), or now, with streams that are open
/// (<see cref="NowAsync(StreamFault, Calls?)"/>). A call has one fault at most: the oldest that waits for it by
/// <see cref="Next"/>, else the latest that lasts. A redirected call is two calls.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _next = [];
    private readonly List<FaultRule> _lasting = [];
    private readonly StreamHub _hub;
    private readonly ChangeSignal _signal;
    private readonly Func<string, string> _mask;

    internal FaultScript(StreamHub hub, ChangeSignal signal, Func<string, string> mask) => (_hub, _signal, _mask) = (hub, signal, mask);

    /// <summary>
    /// Gets descriptions of the faults that still wait or last. A test that ends with an unused fault may have tested
    /// nothing. Secrets are masked.
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
    /// The next call, or the next few, have a fault. One that needs a stream, a write or a body waits for such a call,
    /// and passes over redirects, calls without a good token, writes that a rule refuses and streams of what is not
    /// there.
    /// </summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="calls">Which calls; <see cref="Calls.Any"/> by default.</param>
    /// <param name="times">How many calls, one after the other; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public void Next(Fault fault, Calls? calls = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
            _next.Add(new FaultRule(fault, calls ?? Calls.Any, times));
    }

    /// <summary>
    /// From now on until the result is disposed, every call has a fault; streams that are open have it once, if it is a
    /// <see cref="StreamFault"/>.
    /// </summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="calls">Which calls and streams; <see cref="Calls.Any"/> by default.</param>
    public IDisposable While(Fault fault, Calls? calls = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var rule = new FaultRule(fault, calls ?? Calls.Any, times: null);
        lock (_lock)
            _lasting.Add(rule);

        if (fault is StreamFault)
            _hub.Play(rule);

        return new Lifting(this, rule);
    }

    /// <summary>
    /// Every open stream has a fault now. Ends when it is on its way; when it is <see cref="Fault.Reset"/>,
    /// <see cref="Fault.Close"/>, <see cref="Fault.End"/> or <see cref="Fault.Revoke"/> alone, which wait for nothing,
    /// ends when the streams are gone. Others come in their order after what a stream has still to say.
    /// </summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="calls">
    /// Which streams; all by default. <see cref="Calls.On"/> means a single one. There may be none.
    /// </param>
    public Task NowAsync(StreamFault fault, Calls? calls = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return _hub.PlayAsync(new FaultRule(fault, calls ?? Calls.Any, times: 1));
    }

    /// <summary>Removes every fault: what waits is removed, what lasts is over.</summary>
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

    /// <summary>Whether no fault waits or lasts. The rules then need not be evaluated for a call in advance.</summary>
    internal bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _next.Count == 0 && _lasting.Count == 0;
        }
    }

    /// <summary>
    /// The fault of a call, or null. <paramref name="isRefused"/>: it will be redirected or lacks a good token;
    /// <paramref name="isAccepted"/>: it is a write that no rule refuses, or a stream of something that is there.
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
