using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Polling;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>One connection of one client to a feed.</summary>
/// <param name="rest">Pub/Sub with the client's identity.</param>
/// <param name="hasOwnIdentity">
/// Whether the identity for Pub/Sub is another than the user's, so that its refusal says nothing of the user's access.
/// </param>
/// <param name="home">The client's home.</param>
/// <param name="reader">Reads from the API.</param>
/// <param name="poll">Lists the home.</param>
/// <param name="publisher">Publishes the home.</param>
/// <param name="arrivals">Notes what arrived.</param>
/// <param name="settings">How the subscription is used.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
/// <param name="stopping">Cancelled when the connection is to end.</param>
internal sealed class FeedMember(PubSubRest rest, bool hasOwnIdentity, SdmHome home, SdmReader reader, SdmPoll poll, SdmPublisher publisher, Arrivals arrivals, FeedSettings settings, ILogger logger, TimeProvider time, CancellationToken stopping)
{
    private static readonly TimeSpan BetweenLists = TimeSpan.FromMinutes(5);

    private Task<bool>? _unknownList;
    private long? _unknownListAt;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PubSubRest Rest => rest;

    public bool HasOwnIdentity => hasOwnIdentity;

    public SdmPoll Poll => poll;

    /// <summary>The order of its messages that wait for a list.</summary>
    public FeedOrder Order { get; } = new();

    /// <summary>The order of its messages that wait for the first list.</summary>
    public FeedOrder Early { get; } = new();

    public FeedSettings Settings => settings;

    public ILogger Logger => logger;

    public SdmHome Home => home;

    /// <summary>Whether the home was listed, so that messages can be applied.</summary>
    public bool IsReady => poll.IsConnected;

    /// <summary>Fails when the connection is lost.</summary>
    public Task Ended => _ended.Task;

    public void End(NestException error) => _ended.TrySetException(error);

    /// <summary>Whether the connection is about to end, so that it must not get another message.</summary>
    public bool IsStopping => stopping.IsCancellationRequested || Ended.IsCompleted;

    /// <summary>Whether a message could be delivered, where that counts.</summary>
    public bool CanDeliver => !settings.AwaitsDelivery || publisher.HasObservers;

    /// <summary>Waits until the observers have returned from what was published.</summary>
    public Task DeliveredAsync() => publisher.DeliveredAsync();

    /// <summary>Notes a sign of life of the server.</summary>
    public void Signal() => publisher.Signal();

    /// <summary>Lists the devices for a message of an unknown one. At most every five minutes.</summary>
    /// <param name="list">The list, as from <see cref="ListTrigger.RequestAsync"/>.</param>
    /// <returns>False when the last one was too short ago.</returns>
    public bool TryListForUnknown([NotNullWhen(true)] out Task<bool>? list)
    {
        if (_unknownList is null or { IsCompleted: true } && (_unknownListAt is not { } last || time.GetElapsedTime(last) >= BetweenLists))
            (_unknownListAt, _unknownList) = (time.GetTimestamp(), poll.Devices.RequestAsync());
        else if (_unknownList is { IsCompleted: true })
            _unknownList = null;
        list = _unknownList;
        return list is not null;
    }

    /// <summary>Applies a message of a device of this home, and publishes its effect.</summary>
    /// <param name="device">The resource name of the device.</param>
    /// <param name="update">The message.</param>
    /// <returns>Whether the device must be read once: the message has implausible traits.</returns>
    public bool Apply(string device, FeedUpdate update)
    {
        var isSuspect = false;
        publisher.Publish(
            () =>
            {
                var taken = home.TakeTraits(device, update.Traits, new SdmMoment(update.At, null));
                isSuspect = taken.IsSuspect;
                var isChanged = taken.IsChanged;
                foreach (var report in update.Reports.Where(static report => report.IsOfState))
                    isChanged |= home.TakeReport(device, report.Occurrence, report.Event.SessionId, report.Seen, report.Event.Id, update.At, report.Event.Phase == NestEventPhase.Ended);
                return isChanged;
            },
            update.Events);
        return isSuspect;
    }

    /// <summary>Applies a message that has one plain trait alone.</summary>
    /// <returns>False when it must be applied in the usual way.</returns>
    public bool TryApply(string device, in SdmPlainTrait trait, DateTimeOffset at) => publisher.TryPublish(device, trait, new SdmMoment(at, null));

    /// <summary>Notes when a message of a device arrived.</summary>
    public void Note(string device, DateTimeOffset occurredAt, DateTimeOffset? publishedAt, DateTimeOffset receivedAt) => arrivals.Note(device, occurredAt, publishedAt, receivedAt);

    /// <summary>Reads a device with implausible traits, and publishes what it shows.</summary>
    public async Task CheckAsync(string device, CancellationToken cancellationToken)
    {
        await reader.CheckAsync(device, cancellationToken).ConfigureAwait(false);
        publisher.Publish();
    }
}
