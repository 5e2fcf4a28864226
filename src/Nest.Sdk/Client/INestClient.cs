using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>The client of one home. Thread-safe. New members always have default bodies.</summary>
public interface INestClient : IAsyncDisposable, IDisposable
{
    /// <summary>The name with which the client was registered or created. Empty for the unnamed client.</summary>
    string Name { get; }

    /// <summary>The service that the client uses.</summary>
    NestBackend Backend { get; }

    /// <summary>What the backend supports, and what each device of the last known home supports. No I/O.</summary>
    NestCapabilities Capabilities { get; }

    /// <summary>
    /// Live snapshots of the home: the current one soon after subscribing, then one for every change.
    /// </summary>
    /// <remarks>
    /// All subscribers share one connection, which opens with the first and closes
    /// <see cref="NestClientOptions.Linger"/> after the last. Calls to one observer are sequential, in order, on thread
    /// pool threads. During an outage no value is published, and equal snapshots are never published. An observer that
    /// throws is removed; a slow one does not delay the others. Errors: <see cref="NestAuthorizationException"/> when
    /// the token is refused or revoked, and <see cref="NestSlowSubscriberException"/> for an observer that fell too far
    /// behind. Every other error is retried. Completes when the client is disposed.
    /// </remarks>
    IObservable<DataModel> Updates { get; }

    /// <summary>
    /// Live changes of the home: first the current home without a <see cref="DataModelChange.Previous"/>, then for
    /// every change the models before and after it, and the exact differences.
    /// </summary>
    /// <remarks>
    /// Publishes a value exactly when <see cref="Updates"/> does, over the same connection and with the same rules. The
    /// differences are computed only while there is a subscriber.
    /// </remarks>
    IObservable<DataModelChange> Changes { get; }

    /// <summary>
    /// Events of the home, as opposed to its state: motion, a ring, an alarm. A subscriber gets each event after
    /// subscribing once.
    /// </summary>
    /// <remarks>
    /// Events are never merged and never replayed, not even to a late subscriber. They use the connection of
    /// <see cref="Updates"/>, which a subscription opens in the same way, with the same rules for calls, errors and
    /// completion. When an event is delivered, <see cref="Latest"/> already shows the state after it. The order between
    /// events and updates is not defined; <see cref="NestEvent.ModelVersion"/> and
    /// <see cref="DataModelChange.EventsBefore"/> order them. The first document of a client raises no events. See
    /// docs/guide/streaming.md#events.
    /// </remarks>
    IObservable<NestEvent> Events { get; }

    /// <summary>
    /// Changes of the connection's state: the current state soon after subscribing, then every change. Never fails.
    /// Completes when the client is disposed.
    /// </summary>
    IObservable<ConnectionState> ConnectionChanges { get; }

    /// <summary>The current state of the connection.</summary>
    ConnectionState ConnectionState { get; }

    /// <summary>The last known home and its age. No I/O. Null before the first document.</summary>
    DataModelSnapshot? Latest { get; }

    /// <summary>
    /// The time of the last sign of life of a stream, keep-alives included, by the client's clock. Null before the
    /// first.
    /// </summary>
    DateTimeOffset? LastSignalAt { get; }

    /// <summary>Writes to thermostats.</summary>
    IThermostatCommands Thermostats { get; }

    /// <summary>Writes to structures.</summary>
    IStructureCommands Structures { get; }

    /// <summary>Writes to cameras.</summary>
    ICameraCommands Cameras { get; }

    /// <summary>
    /// Reads the snapshots of <see cref="Updates"/> as an asynchronous sequence. Leaving the loop unsubscribes.
    /// </summary>
    /// <param name="cancellationToken">Cancels the sequence.</param>
    /// <returns>The snapshots, in order. Ends when the client is disposed.</returns>
    /// <exception cref="NestException">The same errors as <see cref="Updates"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<DataModel> ReadUpdatesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the values of <see cref="Changes"/> as an asynchronous sequence. Leaving the loop unsubscribes.
    /// </summary>
    /// <param name="cancellationToken">Cancels the sequence.</param>
    /// <returns>The changes, in order. Ends when the client is disposed.</returns>
    /// <exception cref="NestException">The same errors as <see cref="Changes"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<DataModelChange> ReadChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the events of <see cref="Events"/> as an asynchronous sequence, from the first step of the loop on.
    /// Leaving the loop unsubscribes.
    /// </summary>
    /// <param name="cancellationToken">Cancels the sequence.</param>
    /// <returns>The events, in order. Ends when the client is disposed.</returns>
    /// <exception cref="NestException">The same errors as <see cref="Events"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<NestEvent> ReadEventsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the whole home once. Sets <see cref="Latest"/> when no stream is open.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The home.</returns>
    /// <exception cref="NestAuthorizationException">The token was refused.</exception>
    /// <exception cref="NestRateLimitException">
    /// Nest blocks this token, and still did after several attempts.
    /// </exception>
    /// <exception cref="NestConnectionException">The server could not be reached in several attempts.</exception>
    /// <exception cref="NestRequestException">The server refused or failed.</exception>
    /// <exception cref="NestProtocolException">The response is not a home.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<DataModel> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the JSON value at any path, exactly as the server sends it, secrets included.</summary>
    /// <param name="path">
    /// A path of the document, such as <c>/devices/thermostats/ID/humidity</c>, or <c>/</c> for everything. See
    /// docs/protocol/works-with-nest.md#reads. On Google's SDM a path that begins with <c>enterprises/</c>, with or
    /// without a slash before it, reads Google's own JSON; any other path reads from the document that the client makes
    /// of it. See docs/protocol/smart-device-management.md#rest-calls.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A copy of the value, valid indefinitely.</returns>
    /// <exception cref="ArgumentException">The path has an empty or dotted segment.</exception>
    /// <exception cref="NestRequestException">There is nothing at that path (404), or the server failed.</exception>
    /// <exception cref="NestException">The same errors as <see cref="GetAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<JsonElement> GetRawAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Keeps the stream open without a subscriber, so that <see cref="Latest"/> stays current.</summary>
    /// <returns>A handle. Disposing it releases the stream.</returns>
    IAsyncDisposable KeepConnected();
}
