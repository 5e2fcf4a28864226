using Nest.Sdk.Model;

namespace Nest.Sdk.Soak.Wwn;

/// <summary>A subscriber that checks that every value follows the previous one.</summary>
internal sealed class Follower(TimeSpan slowness) : IObserver<DataModel>, IObserver<DataModelChange>
{
    private int _last;
    private int _events;

    public int Last => Volatile.Read(ref _last);

    public int Events => Volatile.Read(ref _events);

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int CaughtUp { get; private set; }

    public void OnNext(DataModel value) => Take(HomeCounter.Of(value));

    public void OnNext(DataModelChange value)
    {
        var now = HomeCounter.Of(value.Current);
        if (value.IsCaughtUp)
            CaughtUp++;
        // While the connection holds, each change of the home arrives as one change that follows the last one.
        else if (value.Previous is not null && now != Last + 1)
            Lost += Math.Max(1, now - Last - 1);
        if (value.Previous is not null && HomeCounter.Of(value.Previous) != Last)
            Lost++;
        Take(now);
    }

    public void OnError(Exception error) => Lost++;

    public void OnCompleted()
    {
    }

    private void Take(int now)
    {
        if (now <= _last)
            Doubled++;
        Volatile.Write(ref _last, now);
        Interlocked.Increment(ref _events);
        if (slowness > TimeSpan.Zero)
            Thread.Sleep(slowness);
    }
}
