using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Polling;

/// <summary>
/// Publishes the home of one connection. One change at a time, so that an older state never follows a newer one. Nothing
/// before it is opened, when the devices are known.
/// </summary>
internal sealed class SdmPublisher(SdmHome home, IHomeSink sink)
{
    private readonly Lock _gate = new();
    private bool _isOpen;

    /// <summary>Notes a sign of life of the server.</summary>
    public void Signal() => sink.Signal();

    /// <summary>Publishes the first state.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
            Publish(DataModelChangeSource.List);
        }
    }

    /// <summary>Publishes the home as it is now.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            if (_isOpen)
                Publish(DataModelChangeSource.List);
        }
    }

    /// <summary>Takes a change into the home and publishes it, and then the events that came with it.</summary>
    /// <param name="take">Takes the change. Returns whether the home is different.</param>
    /// <param name="events">The events.</param>
    public void Publish(Func<bool> take, IReadOnlyList<NestEvent> events)
    {
        lock (_gate)
        {
            sink.Signal();
            if (take())
                Publish(DataModelChangeSource.Stream);
            foreach (var what in events)
                sink.Raise(what);
        }
    }

    private void Publish(DataModelChangeSource source)
    {
        sink.Signal();
        sink.Accept(SdmDocument.Write(home.ToSnapshot()), source, home.IsDegraded);
    }
}
