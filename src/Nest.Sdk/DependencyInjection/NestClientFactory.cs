using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Client;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;

namespace Nest.Sdk;

/// <summary>Creates clients at run time over shared connections, with or without a container.</summary>
/// <remarks>
/// In a container use <c>AddNestClientFactory</c>, which allows handlers, proxies and certificates to be added.
/// </remarks>
public sealed class NestClientFactory : INestClientFactory, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<NestClient, bool> _clients = new();
    private readonly NestClientOptionsValidator _validator = new();
    private readonly Lazy<(HttpMessageHandler Calls, HttpMessageHandler Streams)> _handlers;
    private readonly bool _ownsHandlers;
    private readonly NestMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private volatile bool _isDisposed;

    /// <summary>Creates a factory with its own connections.</summary>
    /// <param name="timeProvider">The clock. Null means the system's clock.</param>
    /// <param name="loggerFactory">Creates the loggers. Null disables logging.</param>
    public NestClientFactory(TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
        : this(OwnHandlers, ownsHandlers: true, new NestMetrics(null), timeProvider, loggerFactory)
    {
    }

    internal NestClientFactory(Func<(HttpMessageHandler Calls, HttpMessageHandler Streams)> handlers, bool ownsHandlers, NestMetrics metrics, TimeProvider? timeProvider, ILoggerFactory? loggerFactory)
    {
        _handlers = new(handlers);
        _ownsHandlers = ownsHandlers;
        _metrics = metrics;
        _time = timeProvider ?? TimeProvider.System;
        _loggers = loggerFactory ?? NullLoggerFactory.Instance;
    }

    /// <inheritdoc />
    public INestClient Create(NestClientOptions options) => Create("", options);

    /// <inheritdoc />
    public INestClient Create(string name, NestClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_validator.Validate(null, options) is { Failed: true } invalid)
            throw new ArgumentException(invalid.FailureMessage, nameof(options));
        NestClient? client = null;
        client = NestClientComposition.Create(name, options, _handlers.Value.Calls, _handlers.Value.Streams, _metrics, _time, _loggers, () => _clients.TryRemove(client!, out _));
        _clients.TryAdd(client, true);
        // Disposed meanwhile: Dispose may have missed this client.
        if (_isDisposed)
            client.Dispose();
        return client;
    }

    /// <summary>Disposes the remaining clients, without waiting, and the connections.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        foreach (var client in _clients.Keys)
            client.Dispose();
        DisposeHandlers();
    }

    /// <summary>Disposes the remaining clients and the connections.</summary>
    /// <returns>A task that completes when every stream has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        try
        {
            // All at once, so that a client that fails to end does not leave the others open.
            await Task.WhenAll(_clients.Keys.Select(static client => client.DisposeAsync().AsTask())).ConfigureAwait(false);
        }
        finally
        {
            DisposeHandlers();
        }
    }

    private static (HttpMessageHandler Calls, HttpMessageHandler Streams) OwnHandlers() =>
        (NestClientComposition.Guarded(NestSocketsHandler.Create()), NestClientComposition.GuardedStream(NestSocketsHandler.CreateForStreams()));

    private void DisposeHandlers()
    {
        if (!_ownsHandlers || !_handlers.IsValueCreated)
            return;
        _handlers.Value.Calls.Dispose();
        _handlers.Value.Streams.Dispose();
    }
}
