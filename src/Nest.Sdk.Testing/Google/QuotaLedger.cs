using System.Globalization;
using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.RateLimiting;

namespace Nest.Sdk.Testing.Google;

/// <summary>
/// Counts the calls of each method and user, and records those over a quota. Every call counts on its arrival, also one
/// that a fault answers. See docs/protocol/smart-device-management.md#quotas.
/// </summary>
internal sealed class QuotaLedger(FakeGoogleQuotas? quotas, TimeProvider time)
{
    private readonly Dictionary<SdmMethod, int?> _limits = new()
    {
        [SdmMethod.ListDevices] = quotas?.ListDevices,
        [SdmMethod.GetDevice] = quotas?.GetDevice,
        [SdmMethod.ListStructures] = quotas?.ListStructures,
        [SdmMethod.GetStructure] = quotas?.GetStructure,
        [SdmMethod.ListRooms] = quotas?.ListRooms,
        [SdmMethod.GetRoom] = quotas?.GetRoom,
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<(SdmMethod, GoogleAccount), SlidingBudget> _budgets = [];
    private readonly List<string> _violations = [];

    /// <summary>One line for each call that was over its quota.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_lock)
                return [.. _violations];
        }
    }

    /// <summary>Counts a call. Returns false when it is over its quota.</summary>
    public bool Count(SdmMethod method, GoogleAccount account)
    {
        if (_limits.GetValueOrDefault(method) is not { } limit)
            return true;

        lock (_lock)
        {
            if (!_budgets.TryGetValue((method, account), out var budget))
                _budgets[(method, account)] = budget = new SlidingBudget(time, limit, TimeSpan.FromMinutes(1));

            var wait = budget.TimeUntilRoom();
            if (wait == TimeSpan.Zero)
            {
                budget.Spend();
                return true;
            }

            _violations.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{method} at {time.GetUtcNow():yyyy-MM-dd HH:mm:ss.fff} exceeds {limit} a minute: {wait.TotalSeconds:0.###} s too early"));
            return false;
        }
    }
}
