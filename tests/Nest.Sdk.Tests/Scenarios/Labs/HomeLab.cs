using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios.Labs;

/// <summary>
/// A client over the fake of one backend, with what a scenario must not know: how a change reaches the client, and which
/// time has to pass for it. Derive one class for each way to follow a home.
/// </summary>
internal abstract class HomeLab : IAsyncDisposable
{
    private readonly LeakRecorder _leaks = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceProvider? _services;
    private Task<TimeSpan>? _pause;

    /// <summary>The clock of the client.</summary>
    public SignallingTime Time => field ??= new SignallingTime(HearsTimers);

    public INestClient Client => _services!.GetRequiredService<INestClient>();

    private FakeLogCollector Logs => _services!.GetFakeLogCollector();

    /// <summary>The home behind the fake.</summary>
    public abstract FakeHome Home { get; }

    /// <summary>How often the client has asked for the home in order to follow it: streams that it opened, or lists.</summary>
    public abstract int Looks { get; }

    /// <summary>The most looks that one connection may need so far.</summary>
    public abstract int MostLooks { get; }

    /// <summary>The number of requests of any kind.</summary>
    public abstract int Requests { get; }

    /// <summary>Whether timers that are set again count as waits too.</summary>
    protected virtual bool HearsTimers => false;

    /// <summary>The store that the client takes its token from.</summary>
    protected MemoryTokenStore Store { get; } = new();

    /// <summary>Changes the home. The client notices in time.</summary>
    /// <param name="path">A path of the document.</param>
    /// <param name="value">The value.</param>
    public abstract Task SetAsync(string path, JsonNode? value);

    /// <summary>Breaks what is open, and answers every call with a fault until the result is disposed.</summary>
    public abstract Task<IDisposable> BreakAsync(Fault fault);

    /// <summary>Revokes the authorization on the server.</summary>
    public abstract Task RevokeAsync();

    /// <summary>Authorizes again and stores the new token.</summary>
    public abstract Task AuthorizeAgainAsync();

    /// <summary>Whether a home is complete: a backend may show its parts one after another at the start.</summary>
    public abstract bool IsWhole(DataModel home);

    /// <summary>The path of a value of a thermostat.</summary>
    public string PathOf(string thermostat, string field) => $"/devices/thermostats/{Home.ThermostatId(thermostat)}/{field}";

    public async Task StartAsync(Action<NestClientOptions>? configure)
    {
        await StartServerAsync();
        var services = new ServiceCollection();
        services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddSingleton<TimeProvider>(Time).AddSingleton<INestTokenStore>(Store);
        Configure(services.AddNestClient(options =>
        {
            Use(options);
            configure?.Invoke(options);
        }));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Subscribes to the changes and waits for the whole home.</summary>
    /// <returns>The recorder, after the first whole home, and that home.</returns>
    public async Task<(ObserverRecorder<DataModelChange> Changes, DataModel Home)> FollowAsync()
    {
        var changes = Record(Client.Changes);
        return (changes, (await UntilAsync(changes.NextWhereAsync(change => IsWhole(change.Current)))).Current);
    }

    /// <summary>Lets time pass for the client and the fake.</summary>
    public virtual void Advance(TimeSpan time) => Time.Advance(time);

    /// <summary>Waits for a state of the connection.</summary>
    public async Task<ConnectionState> UntilStateAsync(ConnectionStatus status)
    {
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        using var subscription = Client.ConnectionChanges.Subscribe(states);
        return await UntilAsync(states.NextWhereAsync(state => state.Status == status));
    }

    /// <summary>Waits until an entry has been logged.</summary>
    public async Task LoggedAsync(Func<FakeLogRecord, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (!Logs.GetSnapshot().Any(fits))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Waits until nothing of a disposed client waits any more.</summary>
    public virtual async Task NothingWaitsAsync()
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Time.LiveTimers > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Lets the client's next pause pass.</summary>
    public async Task<TimeSpan> PassPauseAsync()
    {
        var pause = await (_pause ?? Time.NextWaitAsync(IsPause));
        _pause = null;
        await ReadyAsync();
        Pass(pause);
        return pause;
    }

    /// <summary>Lets the client's pauses pass until a task has completed: between attempts and polls, not its timeouts.</summary>
    public async Task<T> UntilAsync<T>(Task<T> awaited)
    {
        while (!awaited.IsCompleted)
        {
            _pause = _pause is { IsFaulted: false, IsCanceled: false } ? _pause : Time.NextWaitAsync(IsPause);
            await Task.WhenAny(awaited, _pause);
            if (!_pause.IsCompletedSuccessfully)
                continue;
            await ReadyAsync();
            if (!await IsCompletedSoonAsync(awaited))
                await PassPauseAsync();
        }

        return await awaited;
    }

    /// <summary>Answers some calls, and holds all later ones until the lab is disposed.</summary>
    /// <param name="calls">The number of calls that are answered.</param>
    /// <returns>A task that completes when a call is held.</returns>
    public Task HoldAfter(int calls)
    {
        var seen = new HashSet<RecordedRequest>(ReferenceEqualityComparer.Instance);
        Hold(request =>
        {
            lock (seen)
            {
                seen.Add(request);
                if (seen.Count > calls)
                    _held.TrySetResult();
                return seen.Count > calls;
            }
        });
        return _held.Task.WaitAsync(Patience.Limit);
    }

    public static ObserverRecorder<T> Record<T>(IObservable<T> source)
    {
        var recorder = new ObserverRecorder<T>(Patience.Limit);
        source.Subscribe(recorder);
        return recorder;
    }

    /// <summary>Stops everything, and fails when a secret was logged, thrown, traced or measured.</summary>
    public async ValueTask DisposeAsync()
    {
        var logs = _services is null ? null : Logs;
        if (_services is not null)
            await _services.DisposeAsync();
        await StopServerAsync();
        if (logs is not null)
            _leaks.AssertUnseen(_secrets, logs);
        _leaks.Dispose();
    }

    protected abstract Task StartServerAsync();

    protected abstract ValueTask StopServerAsync();

    /// <summary>Chooses the backend, without a token.</summary>
    protected abstract void Use(NestClientOptions options);

    /// <summary>Adds what the lab needs to the client.</summary>
    protected virtual void Configure(INestClientBuilder client)
    {
    }

    /// <summary>Waits until the next pause may pass, so that it does not end a call that is under way.</summary>
    protected virtual Task ReadyAsync() => Task.CompletedTask;

    /// <summary>Holds the calls of a kind.</summary>
    protected abstract void Hold(Func<RecordedRequest, bool> isHeld);

    /// <summary>Whether the client waits before it goes on, rather than for an answer.</summary>
    protected virtual bool IsPause(TimeSpan wait) => wait != TimeSpan.FromSeconds(15) && wait != TimeSpan.FromSeconds(30) && wait != TimeSpan.FromSeconds(75) && wait != TimeSpan.FromMinutes(30);

    /// <summary>Notes that a pause of the client passes.</summary>
    protected virtual void Pass(TimeSpan pause) => Advance(pause);

    /// <summary>Adds a text that must not appear anywhere.</summary>
    protected void Hide(string secret) => _secrets.Add(secret);

    /// <summary>The value may be on its way through the queue of its subscriber while the next pause begins.</summary>
    private static async Task<bool> IsCompletedSoonAsync(Task awaited)
    {
        for (var round = 0; round < 50 && !awaited.IsCompleted; round++)
            await Task.Yield();
        return awaited.IsCompleted;
    }
}
