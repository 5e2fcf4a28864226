namespace Nest.Sdk.Testing.Script;

/// <summary>Open until someone holds it; open again when the last holder has let go.</summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();
    private int _holders;
    private TaskCompletionSource _open = Opened();

    public Task WhenOpen
    {
        get
        {
            lock (_lock)
            {
                return _open.Task;
            }
        }
    }

    public bool IsHeld => !WhenOpen.IsCompleted;

    public IDisposable Hold()
    {
        lock (_lock)
        {
            if (_holders++ == 0)
            {
                _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        return new Holder(this);
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private void Release()
    {
        lock (_lock)
        {
            if (--_holders == 0)
            {
                _open.SetResult();
            }
        }
    }

    private sealed class Holder(Gate gate) : IDisposable
    {
        private Gate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
