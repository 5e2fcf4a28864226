using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>The client of one home. Safe for use by many threads at once. New members come with default bodies only.</summary>
public interface INestClient : IAsyncDisposable, IDisposable
{
    /// <summary>The name the client was registered or created with; empty for the one without a name.</summary>
    string Name { get; }

    /// <summary>The service that the client talks to.</summary>
    NestBackend Backend { get; }

    /// <summary>What the backend can do, and what each device of the last known home can do. Without I/O.</summary>
    NestCapabilities Capabilities { get; }

    /// <summary>The home, live: the current snapshot soon after subscribing, then one for every real change.</summary>
    /// <remarks>
    /// All subscribers share one connection, which opens with the first and closes <see cref="NestClientOptions.Linger"/> after the last.
    /// Calls to one observer never overlap and come in order, on a thread of the pool. During an outage nothing comes, and an equal snapshot never does.
    /// An observer that throws is removed; a slow one delays nobody. Errors: <see cref="NestAuthorizationException"/> when the token is refused or revoked,
    /// <see cref="NestSlowSubscriberException"/> for one that fell too far behind; everything else is retried. Completes when the client is disposed.
    /// </remarks>
    IObservable<DataModel> Updates { get; }

    /// <summary>The home, change by change: first the current home (without a <see cref="DataModelChange.Previous"/>), then for every real change the models before and after and what exactly is different.</summary>
    /// <remarks>Fires exactly when <see cref="Updates"/> does, over the same connection and with the same rules. The differences are worked out only while there is a subscriber.</remarks>
    IObservable<DataModelChange> Changes { get; }

    /// <summary>What happens in the home, as opposed to what is: motion, a ring, an alarm. A subscriber gets what happens from then on, each event once.</summary>
    /// <remarks>
    /// Events are never merged and never repeated, not to a late subscriber either. They come over the connection of <see cref="Updates"/>, which a subscription opens and holds in the same way,
    /// with the same rules for calls, errors and completion. <see cref="Latest"/> shows the state after an event when the event is delivered. Between events and updates no order is promised:
    /// <see cref="NestEvent.ModelVersion"/> and <see cref="DataModelChange.EventsBefore"/> order them. The first document of the client's life raises none. See docs/guide/streaming.md#events.
    /// </remarks>
    IObservable<NestEvent> Events { get; }

    /// <summary>What the stream is doing: the current state soon after subscribing, then every change. Never errors; completes when the client is disposed.</summary>
    IObservable<ConnectionState> ConnectionChanges { get; }

    /// <summary>What the stream is doing now.</summary>
    ConnectionState ConnectionState { get; }

    /// <summary>The last known home, without I/O, and how old the knowledge is. Null before the first document.</summary>
    DataModelSnapshot? Latest { get; }

    /// <summary>When the last sign of life of a stream came, keep-alives included, by the client's clock. Null before the first.</summary>
    DateTimeOffset? LastSignalAt { get; }

    /// <summary>Writes to thermostats.</summary>
    IThermostatCommands Thermostats { get; }

    /// <summary>Writes to structures.</summary>
    IStructureCommands Structures { get; }

    /// <summary>Writes to cameras.</summary>
    ICameraCommands Cameras { get; }

    /// <summary>The snapshots of <see cref="Updates"/> as an asynchronous sequence. Leaving the loop unsubscribes.</summary>
    /// <param name="cancellationToken">Ends the sequence.</param>
    /// <returns>Snapshots, in order; ends when the client is disposed.</returns>
    /// <exception cref="NestException">As the errors of <see cref="Updates"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<DataModel> ReadUpdatesAsync(CancellationToken cancellationToken = default);

    /// <summary>The values of <see cref="Changes"/> as an asynchronous sequence. Leaving the loop unsubscribes.</summary>
    /// <param name="cancellationToken">Ends the sequence.</param>
    /// <returns>Changes, in order; ends when the client is disposed.</returns>
    /// <exception cref="NestException">As the errors of <see cref="Changes"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<DataModelChange> ReadChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>The events of <see cref="Events"/> as an asynchronous sequence, from the first step of the loop on. Leaving the loop unsubscribes.</summary>
    /// <param name="cancellationToken">Ends the sequence.</param>
    /// <returns>Events, in order; ends when the client is disposed.</returns>
    /// <exception cref="NestException">As the errors of <see cref="Events"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<NestEvent> ReadEventsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the whole home once. Fills <see cref="Latest"/> when no stream is open.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The home.</returns>
    /// <exception cref="NestAuthorizationException">The token is refused.</exception>
    /// <exception cref="NestRateLimitException">Nest blocks this token for now, and went on doing so over several tries.</exception>
    /// <exception cref="NestConnectionException">The server cannot be reached, over several tries.</exception>
    /// <exception cref="NestRequestException">The server refused or failed.</exception>
    /// <exception cref="NestProtocolException">The answer is not a home.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<DataModel> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the JSON value at any path, as the server sends it, secrets included.</summary>
    /// <param name="path">A path in the words of the backend. On Works with Nest one of the data model, such as <c>/devices/thermostats/ID/humidity</c>; <c>/</c> for all. See docs/protocol/works-with-nest.md#reads.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The value; its own copy, valid for ever.</returns>
    /// <exception cref="ArgumentException">The path has an empty or dotted segment.</exception>
    /// <exception cref="NestRequestException">Nothing is at that path (404), or the server failed.</exception>
    /// <exception cref="NestException">As <see cref="GetAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<JsonElement> GetRawAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Holds the stream open without a subscriber, so that <see cref="Latest"/> stays current.</summary>
    /// <returns>Dispose it to let go.</returns>
    IAsyncDisposable KeepConnected();
}
