using System.Buffers;
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

    /// <inheritdoc cref="IHomeSink.HasObservers"/>
    public bool HasObservers => sink.HasObservers;

    /// <inheritdoc cref="IHomeSink.DeliveredAsync"/>
    public Task DeliveredAsync() => sink.DeliveredAsync();

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

    /// <summary>Takes one plain trait into the home, and publishes it by changing the last document.</summary>
    /// <returns>False when the trait was not taken: it needs more.</returns>
    public bool TryPublish(string device, in SdmPlainTrait trait, SdmMoment at)
    {
        lock (_gate)
        {
            if (home.TakePlain(device, trait, at) is not { } isChanged)
                return false;
            sink.Signal();
            if (isChanged && !TrySplice(device, trait))
                Publish(DataModelChangeSource.Stream);
            return true;
        }
    }

    private bool TrySplice(string device, in SdmPlainTrait trait)
    {
        var (buffer, length) = sink.RentLast(trait.Value.Length);
        if (length == 0)
            return false;
        var next = SdmSplice.Replace(buffer, length, device, trait);
        try
        {
            if (next > 0)
                sink.Accept(buffer.AsSpan(0, next), DataModelChangeSource.Stream, home.IsDegraded);
            return next > 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Publish(DataModelChangeSource source)
    {
        sink.Signal();
        sink.Accept(SdmDocument.Write(home.ToSnapshot()), source, home.IsDegraded);
    }
}
