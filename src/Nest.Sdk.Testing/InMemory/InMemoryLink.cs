using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Testing.InMemory;

/// <summary>An open stream of a client without HTTP. Used while the home is locked, except to end it.</summary>
internal sealed class InMemoryLink(IHomeSink sink)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails with the error that ended the stream. Never completes without an error.</summary>
    public Task Ended => _ended.Task;

    public void Put(byte[] document)
    {
        sink.Signal();
        // A home is always complete JSON.
        sink.Accept(document);
    }

    /// <summary>Ends the stream. The client reports the loss at once.</summary>
    public void Lose(NestException error)
    {
        sink.LinkLost(DisconnectReasons.Of(error));
        _ended.TrySetException(error);
    }
}
