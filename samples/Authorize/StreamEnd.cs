using Nest.Sdk;

namespace Authorize;

/// <summary>Follows the home until its stream ends, and keeps the reason.</summary>
internal sealed class StreamEnd
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception> _error = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StreamEnd()
    {
    }

    public Task Open => _open.Task;

    public Task<Exception> Error => _error.Task;

    public static StreamEnd Of(INestClient client)
    {
        var end = new StreamEnd();
        client.Updates.Subscribe(_ => end._open.TrySetResult(), end._error.SetResult);
        return end;
    }
}
