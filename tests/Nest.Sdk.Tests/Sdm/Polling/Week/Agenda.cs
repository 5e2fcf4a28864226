namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>What happens again and again, at random times.</summary>
/// <param name="random">The source of the times.</param>
/// <param name="items">The actions, and how far apart they are on average.</param>
internal sealed class Agenda(Random random, params (TimeSpan Every, Action Happen)[] items)
{
    private readonly TimeSpan[] _next = [.. items.Select(item => item.Every * random.NextDouble())];

    /// <summary>When the next action is due.</summary>
    public TimeSpan Next => _next.Min();

    /// <summary>Does what is due.</summary>
    public void Happen(TimeSpan now)
    {
        for (var each = 0; each < items.Length; each++)
        {
            if (_next[each] > now)
                continue;
            items[each].Happen();
            // Exponential, so that actions come in bursts too.
            _next[each] = now + TimeSpan.FromSeconds(1) + (items[each].Every * -Math.Log(1 - random.NextDouble()));
        }
    }
}
