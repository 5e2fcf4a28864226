using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.Rules;

namespace Nest.Sdk.Testing.RateLimiting;

/// <summary>
/// Limits calls and writes, and blocks writes to single devices and structures. See
/// docs/protocol/works-with-nest.md#rate-limits.
/// </summary>
internal sealed class RateLimiter(FakeRateLimits? limits, TimeProvider time)
{
    private readonly int? _writesPerHour = limits?.WritesPerHour;
    private readonly int? _callsPerHour = limits?.CallsPerHour;
    private readonly bool _sendRetryAfter = limits?.SendRetryAfter ?? false;
    private readonly Lock _lock = new();
    private readonly Dictionary<object, SlidingBudget> _budgets = [];
    private readonly Dictionary<(LiveHome Home, string OwnerId), int> _blocked = [];

    /// <summary>
    /// Returns the refusal of a call over the limit. An allowed call counts when <paramref name="counts"/> is true.
    /// </summary>
    public Refusal? CheckCall(object caller, bool counts)
    {
        if (_callsPerHour is not { } perHour)
            return null;

        lock (_lock)
        {
            var budget = Budget(caller, perHour);
            if (Refuse(budget) is { } refusal)
                return refusal;

            if (counts)
                budget.Spend();

            return null;
        }
    }

    public Refusal? CheckWrite(LiveHome home, string ownerId)
    {
        lock (_lock)
        {
            return _blocked.ContainsKey((home, ownerId)) ? Refusal.Blocked()
                : _writesPerHour is { } perHour ? Refuse(Budget((home, ownerId), perHour))
                : null;
        }
    }

    public void CountWrite(LiveHome home, string ownerId)
    {
        if (_writesPerHour is { } perHour)
        {
            lock (_lock)
                Budget((home, ownerId), perHour).Spend();
        }
    }

    public IDisposable Block(LiveHome home, string ownerId)
    {
        lock (_lock)
            _blocked[(home, ownerId)] = _blocked.GetValueOrDefault((home, ownerId)) + 1;

        return new WriteBlock(this, (home, ownerId));
    }

    private void Unblock((LiveHome, string) owner)
    {
        lock (_lock)
        {
            if (--_blocked[owner] == 0)
                _blocked.Remove(owner);
        }
    }

    private SlidingBudget Budget(object spender, int perHour)
    {
        if (!_budgets.TryGetValue(spender, out var budget))
            _budgets[spender] = budget = new SlidingBudget(time, perHour, TimeSpan.FromHours(1));

        return budget;
    }

    private Refusal? Refuse(SlidingBudget budget)
    {
        var wait = budget.TimeUntilRoom();
        return wait == TimeSpan.Zero ? null : Refusal.Blocked(_sendRetryAfter ? wait : null);
    }

    private sealed class WriteBlock(RateLimiter limiter, (LiveHome, string) owner) : IDisposable
    {
        private RateLimiter? _limiter = limiter;

        public void Dispose() => Interlocked.Exchange(ref _limiter, null)?.Unblock(owner);
    }
}
